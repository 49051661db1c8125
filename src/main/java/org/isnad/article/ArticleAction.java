package org.isnad.article;

import org.isnad.kernel.Action;

/** What happens to an article. Names are stored for ever: never rename one. */
public enum ArticleAction implements Action {
    ARTICLE_RECEIVED,
    ARTICLE_CAPTURED_AGAIN,
    ARTICLE_FOUND_UNCHANGED,
    ARTICLE_SEEN_ALSO,
    /** An article from before there were records of outlets and authors was told which it is from. */
    ARTICLE_ORIGINS_RECORDED,
    ARTICLE_TRIAGE_FINISHED,
    ARTICLE_TRIAGE_REOPENED,
    SUGGESTION_DISMISSED,
    SUGGESTION_RESTORED
}
