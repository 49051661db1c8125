package org.isnad.intake.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

import org.isnad.intake.Trouble;
import org.isnad.intake.feed.FeedFile.NotAFeed;
import org.isnad.intake.feed.FeedLooks.Due;
import org.isnad.kernel.Problem;
import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.Fetched;
import org.isnad.kernel.outbound.Outbound;
import org.isnad.kernel.outbound.OutboundRequest;
import org.isnad.kernel.outbound.Validators;

/** Looks at the feeds whose turn it is, on whichever node is first; what is new becomes a list to go through. */
@ApplicationScoped
class FeedFollower {
    private static final Logger LOG = Logger.getLogger(FeedFollower.class);
    private static final int NOT_MODIFIED = 304;
    private static final int GONE = 410;
    private static final String WANTED = "application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5";

    private final FeedLooks looks;
    private final FeedNews news;
    private final FeedAdministration feeds;
    private final Outbound outbound;

    FeedFollower(FeedLooks looks, FeedNews news, FeedAdministration feeds, Outbound outbound) {
        this.looks = looks;
        this.news = news;
        this.feeds = feeds;
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
            Fetched fetched = outbound.get(new OutboundRequest(feed.url(), WANTED, true, feed.known()));
            List<FeedEntry> entries = FeedFile.read(fetched.body(), feed.url());
            Set<String> fresh = news.takeIn(feed, entries, Validators.of(fetched.answer()));
            LOG.debugf("Feed %s: %d entries, %d new", feed.url(), entries.size(), fresh.size());
        } catch (FetchFailed e) {
            notFetched(feed, e);
        } catch (NotAFeed e) {
            looks.failed(feed.id(), new Trouble("not-a-feed", String.valueOf(e.getMessage())), Duration.ZERO);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Feed %s cannot be read", feed.url());
            looks.failed(feed.id(),
                    new Trouble("broken", "Something unforeseen happened. The program's log says more."),
                    Duration.ZERO);
        }
    }

    private void notFetched(Due feed, FetchFailed why) {
        int status = why.trace().last().map(Exchange::status).orElse(0);
        if (status == NOT_MODIFIED && !feed.known().isNone()) {
            looks.unchanged(feed.id());
            return;
        }
        looks.failed(feed.id(), Trouble.of(why), why.trace().last().map(RetryAfter::of).orElse(Duration.ZERO));
        if (status == GONE) {
            pause(feed);
        }
    }

    private void pause(Due feed) {
        try {
            feeds.gone(feed.id());
        } catch (Problem.NotFound e) {
            LOG.debugf("Feed %s was removed while it was looked at", feed.url());
        }
    }
}
