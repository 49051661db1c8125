package org.isnad.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.isnad.article.capture.FetchedDocument;
import org.isnad.article.similarity.Fingerprint;
import org.isnad.kernel.Checks;
import org.isnad.kernel.Problem;

/** Finds out which documents are at the desk already, or nearly. What is fetched alone costs statements of its own. */
@ApplicationScoped
class Comparison {
    private final Articles articles;
    private final Fingerprints fingerprints;

    Comparison(Articles articles, Fingerprints fingerprints) {
        this.articles = articles;
        this.fingerprints = fingerprints;
    }

    /** The documents in their order, with what is known of them. Notes what fetched ones say, so that an erasure finds it. */
    @Transactional
    List<ArticleProposal> of(List<ArticleProposal> documents) {
        if (documents.isEmpty()) {
            return documents;
        }
        List<ArticleProposal> found = new ArrayList<>();
        Set<Integer> unknown = new LinkedHashSet<>();
        Map<ArticleKey, ArticleId> known = articles.known(documents.stream().map(Comparison::key).toList());
        for (ArticleProposal document : documents) {
            FetchedDocument fetched = document.original().fetched();
            ArticleId same = known.get(key(document));
            ArticleProposal compared = fetched == null
                    ? document.compared(same, null)
                    : fetched(document, fetched, same);
            if (compared.known() == null) {
                unknown.add(found.size());
            }
            found.add(compared);
        }
        Map<Integer, NearSame> near = fingerprints.nearest(unknown, n -> found.get(n).text());
        near.forEach((n, article) -> found.set(n, found.get(n).compared(null, article)));
        return found;
    }

    private ArticleProposal fetched(ArticleProposal document, FetchedDocument fetched, @Nullable ArticleId same) {
        fingerprints.remember(fetched, Fingerprint.of(document.text()));
        Optional<ArticleId> own = articles.known("", checkedUrl(fetched.requested()))
                .filter(Articles.Known::sameAddress).map(Articles.Known::id);
        if (own.isPresent()) {
            // Whatever the page calls itself: this is what lies at that article's address now.
            return document.at(fetched.requested()).compared(own.get(), null);
        }
        return document.compared(same != null
                ? same
                : articles.erasedAt(fetched).map(Articles.Known::id).orElse(null), null);
    }

    private static ArticleKey key(ArticleProposal document) {
        return new ArticleKey(document.sha256(), checkedUrl(document.url()));
    }

    /** A proposed address is only looked up if it could be saved. */
    private static @Nullable String checkedUrl(@Nullable String proposed) {
        try {
            Checks checks = new Checks();
            String link = checks.optionalLink("url", proposed);
            checks.done();
            return link == null ? null : WebAddress.normal(link);
        } catch (Problem.Invalid e) {
            return null;
        }
    }
}
