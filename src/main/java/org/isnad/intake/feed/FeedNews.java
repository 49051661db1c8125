package org.isnad.intake.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.ArticleKey;
import org.isnad.identity.Actor;
import org.isnad.identity.PersonId;
import org.isnad.identity.Scope;
import org.isnad.intake.IntakeJobs;
import org.isnad.intake.IntakeKind;
import org.isnad.intake.IntakeRow;
import org.isnad.intake.ItemInput;
import org.isnad.intake.feed.FeedLooks.Due;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;
import org.isnad.kernel.outbound.Validators;

/** Makes a list of what is new in a feed. That it was seen and that it is in a list are one transaction. */
@ApplicationScoped
@Transactional
class FeedNews {
    /** Nobody is there to ask for it: the desk itself does, and may do nothing else. */
    static final Actor DESK = new Actor(new PersonId(Stamp.SYSTEM), "Isnad", Set.of(),
            Set.of(Scope.ARTICLES_WRITE), "system:feed", null, true);

    private final FeedLooks looks;
    private final ArticleIntake intake;
    private final IntakeJobs jobs;

    FeedNews(FeedLooks looks, ArticleIntake intake, IntakeJobs jobs) {
        this.looks = looks;
        this.intake = intake;
        this.jobs = jobs;
    }

    /**
     * @param now
     *            by what the feed can be asked whether it changed since
     * @return the addresses that are rows of a new list now
     */
    Set<String> takeIn(Due feed, List<FeedEntry> entries, Validators now) {
        Map<String, FeedEntry> byAddress = new LinkedHashMap<>();
        entries.forEach(entry -> address(entry, byAddress));
        Set<String> unseen = looks.unseen(feed.id(), byAddress.keySet());
        byAddress.keySet().retainAll(unseen);
        Map<ArticleKey, ArticleId> known = intake
                .known(byAddress.keySet().stream().map(url -> new ArticleKey(null, url)).toList());
        known.keySet().forEach(key -> byAddress.remove(key.url()));
        if (!byAddress.isEmpty()) {
            jobs.submit(IntakeKind.FEED, feed.name(), byAddress.values().stream()
                    .map(entry -> IntakeRow.of(ItemInput.ofAddress(entry.url(), entry.title()))).iterator(), DESK);
        }
        looks.looked(feed.id(), entries.size(), now);
        return byAddress.keySet();
    }

    /** In the one spelling under which articles are kept; an entry whose address is none is left out. */
    private void address(FeedEntry entry, Map<String, FeedEntry> byAddress) {
        try {
            String url = intake.key(entry.url()).url();
            byAddress.putIfAbsent(String.valueOf(url), entry);
        } catch (Problem.Invalid e) {
            // Such as a link to a mailbox: there is nothing to fetch.
            return;
        }
    }
}
