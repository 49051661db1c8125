package org.isnad.intake.feed;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/** Which feeds the desk follows. For administrators; each step is part of the history. */
@ApplicationScoped
@Transactional
public class FeedAdministration {
    private final Feeds feeds;
    private final FeedLooks looks;
    private final Event<DomainEvent> events;
    private final Clock clock;

    FeedAdministration(Feeds feeds, FeedLooks looks, Event<DomainEvent> events, Clock clock) {
        this.feeds = feeds;
        this.looks = looks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins to follow a feed.
     *
     * @throws Problem.Invalid
     *             fields {@code name}, {@code url}, {@code everyMinutes}; {@code url} with {@code followed} when it is followed already
     */
    public UUID add(FeedDetails details, Actor actor) {
        actor.mustBe(Role.ADMIN);
        FeedDetails.Checked checked = details.checked();
        if (feeds.isFollowed(checked.url())) {
            throw new Problem.Invalid("url", "followed");
        }
        Stamp by = actor.stamp(clock);
        Feed feed = new Feed(checked, by);
        feeds.persist(feed);
        feeds.flush();
        looks.begin(feed.id());
        events.fire(feed.added(by));
        return feed.id();
    }

    /** Gives a feed another name or pace, pauses it, or goes on. */
    public void change(UUID id, Expected expected, FeedDetails details, boolean paused, Actor actor) {
        actor.mustBe(Role.ADMIN);
        Feed feed = feeds.lock(id);
        expected.check("feed", feed.version());
        FeedDetails.Checked checked = new FeedDetails(details.name(), feed.url(), details.everyMinutes()).checked();
        if (feed.name().equals(checked.name()) && feed.everyMinutes() == checked.everyMinutes()
                && feed.isPaused() == paused) {
            return;
        }
        if (feed.isPaused() && !paused) {
            looks.again(id);
        }
        events.fire(feed.change(checked.name(), checked.everyMinutes(), paused, actor.stamp(clock)));
    }

    public void pause(UUID id, Actor actor) {
        setPaused(id, true, actor);
    }

    /** Goes on with a feed, and looks at it as soon as may be, also when it was not paused. */
    public void resume(UUID id, Actor actor) {
        setPaused(id, false, actor);
    }

    /** Its server says that it is gone for good: the desk leaves it alone until an administrator goes on with it. */
    void gone(UUID id) {
        Feed feed = feeds.lock(id);
        if (feed.isFollowed()) {
            events.fire(feed.change(feed.name(), feed.everyMinutes(), true, FeedNews.DESK.stamp(clock)));
        }
    }

    /** Stops following a feed for good. What came in from it stays. */
    public void remove(UUID id, Actor actor) {
        actor.mustBe(Role.ADMIN);
        events.fire(feeds.lock(id).remove(actor.stamp(clock)));
    }

    private void setPaused(UUID id, boolean paused, Actor actor) {
        actor.mustBe(Role.ADMIN);
        Feed feed = feeds.lock(id);
        if (!paused) {
            looks.again(id);
        }
        if (feed.isPaused() != paused) {
            events.fire(feed.change(feed.name(), feed.everyMinutes(), paused, actor.stamp(clock)));
        }
    }
}
