package org.isnad.intake.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

import org.isnad.intake.feed.FeedFile.NotAFeed;
import org.isnad.intake.feed.FeedLooks.Due;
import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.Outbound;
import org.isnad.kernel.outbound.OutboundRequest;

/** Looks at the feeds whose turn it is, on whichever node is first; what is new becomes a list to go through. */
@ApplicationScoped
class FeedFollower {
    private static final Logger LOG = Logger.getLogger(FeedFollower.class);
    private static final String WANTED = "application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5";

    private final FeedLooks looks;
    private final FeedNews news;
    private final Outbound outbound;

    FeedFollower(FeedLooks looks, FeedNews news, Outbound outbound) {
        this.looks = looks;
        this.news = news;
        this.outbound = outbound;
    }

    @Scheduled(every = "20s", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    void follow() {
        for (Optional<Due> due = looks.due(); due.isPresent(); due = looks.due()) {
            look(due.get());
        }
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        looks.forget();
    }

    void look(Due feed) {
        try {
            byte[] bytes = outbound.get(new OutboundRequest(feed.url(), WANTED, true)).body();
            List<FeedEntry> entries = FeedFile.read(bytes, feed.url());
            Set<String> fresh = news.takeIn(feed, entries);
            LOG.debugf("Feed %s: %d entries, %d new", feed.url(), entries.size(), fresh.size());
        } catch (FetchFailed | NotAFeed e) {
            looks.failed(feed.id(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Feed %s cannot be read", feed.url());
            looks.failed(feed.id(), "Something unforeseen happened. The program's log says more.");
        }
    }
}
