package org.isnad.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.ArticleKey;
import org.isnad.article.Upload;
import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.Fetched;
import org.isnad.kernel.outbound.Outbound;
import org.isnad.kernel.outbound.OutboundRequest;

/** What lies at the address that a row names. Asks other servers, so nothing of it belongs in a transaction. */
@ApplicationScoped
class LinkedDocument {
    private static final String WANTED = "text/html,application/xhtml+xml,text/plain;q=0.9";

    private final ArticleIntake intake;
    private final Outbound outbound;

    LinkedDocument(ArticleIntake intake, Outbound outbound) {
        this.intake = intake;
        this.outbound = outbound;
    }

    /** Nothing was fetched. */
    static final class NotFetched extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Trouble trouble;

        NotFetched(FetchFailed why) {
            super(why.getMessage(), null, false, false);
            String reason = why.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            this.trouble = new Trouble("fetch-" + reason, String.valueOf(why.getMessage()));
        }

        Trouble trouble() {
            return trouble;
        }
    }

    /** The article that has the row's address already. */
    Optional<ArticleId> known(ItemInput row) {
        ArticleKey key = intake.key(row.url());
        Map<ArticleKey, ArticleId> known = intake.known(List.of(key));
        return Optional.ofNullable(known.get(key));
    }

    /** The row with the bytes that lie at its address. Nobody waits for them, so the site's robots.txt is kept to. */
    ItemInput fetch(ItemInput row) throws NotFetched {
        try {
            Fetched fetched = outbound.get(new OutboundRequest(String.valueOf(row.url()), WANTED, true));
            return new ItemInput(row.url(), row.title(), row.byline(), row.outlet(), row.publishedOn(),
                    row.language(), null, new Upload(null, fetched.body()), row.check());
        } catch (FetchFailed e) {
            throw new NotFetched(e);
        }
    }
}
