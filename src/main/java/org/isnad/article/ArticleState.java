package org.isnad.article;

/** Whether an article still waits for somebody to look for claims in it. Names are stored: never rename one. */
public enum ArticleState {
    INCOMING,
    TRIAGED
}
