package org.isnad.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.ArticleVersion;
import org.isnad.article.ArticleVersionId;
import org.isnad.article.Articles;
import org.isnad.article.CodePoints;
import org.isnad.article.Received;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Priority;
import org.isnad.claim.Wording;
import org.isnad.identity.Actor;
import org.isnad.intake.ItemInput.CheckNotes;
import org.isnad.intake.ItemStore.Claimed;

/** Makes articles of rows. The article, and that the row is done, are one transaction: neither is there without the other. */
@ApplicationScoped
@Transactional
class ItemArticles {
    /** A text up to this long, in code points, is the statement itself; in a longer one nobody knows which words are meant. */
    private static final int STATEMENT = 1000;

    private final ItemStore items;
    private final ArticleIntake intake;
    private final Articles articles;
    private final ClaimTriage triage;

    ItemArticles(ItemStore items, ArticleIntake intake, Articles articles, ClaimTriage triage) {
        this.items = items;
        this.intake = intake;
        this.articles = articles;
        this.triage = triage;
    }

    /**
     * Keeps a document.
     *
     * @param document
     *            the row, with what lies at its address if it only named one
     */
    void keep(Claimed item, ItemInput document, Actor actor) {
        Received received = intake.receive(RowArticle.of(document, intake), actor);
        CheckNotes check = document.check();
        ClaimId claim = check == null || received.known() ? null : claim(received.id(), check, actor);
        finish(item, Outcome.of(received, claim, document.fetchedAs()));
    }

    /** An article has the row's address already, or had it. */
    void known(Claimed item, ArticleId article) {
        // Before the row, which names it: an erasure has locked the article when it looks for its rows.
        articles.hold(article);
        items.finish(item, Outcome.of(new Received(article, true, false), null, null));
    }

    /** Pins what was to be checked to the whole text; it is proposed, as any other is, and no verdict comes with it. */
    private @Nullable ClaimId claim(ArticleId id, CheckNotes check, Actor actor) {
        String words = check.claim();
        ArticleVersionId latest = articles.find(id).orElseThrow().latestVersion();
        ArticleVersion version = articles.version(latest).orElseThrow();
        int length = CodePoints.length(version.text());
        if (words == null || words.isBlank() || length > STATEMENT) {
            return null;
        }
        Wording wording = new Wording(CodePoints.head(words.strip(), STATEMENT), null, null, Priority.NORMAL);
        return triage.propose(latest, 0, length, wording, actor);
    }

    private void finish(Claimed item, Outcome outcome) {
        // The row names the article and the claim, which therefore have to be there first.
        articles.flush();
        if (!items.finish(item, outcome)) {
            throw new IllegalStateException("Another has taken over row " + item.id() + " meanwhile");
        }
    }
}
