package org.isnad.intake;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.ArticleKey;
import org.isnad.article.Upload;
import org.isnad.article.capture.Captures;
import org.isnad.article.capture.FetchOutcome;
import org.isnad.identity.Actor;
import org.isnad.kernel.outbound.OutboundRequest;

/** What lies at the address that a row names. Asks other servers, so nothing of it belongs in a transaction. */
@ApplicationScoped
class LinkedDocument {
    private static final String WANTED = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5";

    private final ArticleIntake intake;
    private final Captures captures;

    LinkedDocument(ArticleIntake intake, Captures captures) {
        this.intake = intake;
        this.captures = captures;
    }

    /** Nothing was fetched. */
    static final class NotFetched extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Trouble trouble;
        private final transient @Nullable ArticleId erased;

        NotFetched(Trouble trouble, @Nullable ArticleId erased) {
            super(trouble.detail(), null, false, false);
            this.trouble = trouble;
            this.erased = erased;
        }

        Trouble trouble() {
            return trouble;
        }

        /** The article that lay there and of which something was erased. */
        Optional<ArticleId> erased() {
            return Optional.ofNullable(erased);
        }
    }

    /** The article that has the row's address already. */
    Optional<ArticleId> known(ItemInput row) {
        ArticleKey key = intake.key(row.url());
        return Optional.ofNullable(intake.known(List.of(key)).get(key));
    }

    /** Notes what waits for a person, as long as it does. */
    void remember(ItemInput row) {
        Upload document = row.original();
        if (document != null) {
            intake.remember(document);
        }
    }

    /** The row with the document that lies at its address. Nobody waits for it, so the site's robots.txt is kept to. */
    ItemInput fetch(ItemInput row, Actor actor) throws NotFetched {
        FetchOutcome outcome = captures.fetch(new OutboundRequest(String.valueOf(row.url()).strip(), WANTED, true),
                actor);
        String failure = outcome.failure();
        if (failure != null) {
            throw new NotFetched(
                    Trouble.fetch(failure, Optional.ofNullable(outcome.status()), String.valueOf(outcome.detail())),
                    outcome.erased() == null ? null : new ArticleId(outcome.erased()));
        }
        Upload document = intake.fetched(outcome.id())
                .orElseThrow(() -> new NotFetched(Trouble.forgotten(), null));
        return new ItemInput(row.url(), row.title(), row.byline(), row.outlet(), row.publishedOn(), row.language(),
                null, document, row.check(), row.separate());
    }
}
