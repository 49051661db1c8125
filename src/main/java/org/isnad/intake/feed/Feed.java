package org.isnad.intake.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.isnad.kernel.AggregateType;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/** A feed that the desk follows, followed for a while, or does not follow any more. */
@Entity
class Feed {
    @Id
    private UUID id;
    private String name;
    private String url;
    private int everyMinutes;
    @Enumerated(EnumType.STRING)
    private FeedState state;
    private UUID addedBy;
    private Instant addedAt;
    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Feed() {}

    Feed(FeedDetails.Checked details, Stamp by) {
        this.id = Ids.next();
        this.name = details.name();
        this.url = details.url();
        this.everyMinutes = details.everyMinutes();
        this.state = FeedState.FOLLOWED;
        this.addedBy = by.person();
        this.addedAt = by.at();
    }

    DomainEvent added(Stamp by) {
        return DomainEvent.of(AggregateType.SOURCE, id, SourceAction.SOURCE_ADDED, by,
                FieldChange.added("name", name), FieldChange.added("url", url),
                FieldChange.added("everyMinutes", everyMinutes));
    }

    /** Its address stays: another address is another feed. */
    DomainEvent change(String newName, int newPace, boolean paused, Stamp by) {
        mustBeThere("change");
        FieldChange nameChange = new FieldChange("name", name, newName);
        FieldChange paceChange = new FieldChange("everyMinutes", everyMinutes, newPace);
        FeedState newState = paused ? FeedState.PAUSED : FeedState.FOLLOWED;
        FieldChange stateChange = new FieldChange("state", state.name(), newState.name());
        name = newName;
        everyMinutes = newPace;
        state = newState;
        return DomainEvent.of(AggregateType.SOURCE, id, SourceAction.SOURCE_CHANGED, by, nameChange, paceChange,
                stateChange);
    }

    DomainEvent remove(Stamp by) {
        mustBeThere("remove");
        FieldChange stateChange = new FieldChange("state", state.name(), FeedState.REMOVED.name());
        state = FeedState.REMOVED;
        return DomainEvent.of(AggregateType.SOURCE, id, SourceAction.SOURCE_REMOVED, by, stateChange);
    }

    private void mustBeThere(String attempted) {
        if (state == FeedState.REMOVED) {
            throw new Problem.WrongState(attempted, state.name(), List.of());
        }
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String url() {
        return url;
    }

    int everyMinutes() {
        return everyMinutes;
    }

    boolean isFollowed() {
        return state == FeedState.FOLLOWED;
    }

    boolean isPaused() {
        return state == FeedState.PAUSED;
    }

    long version() {
        return version;
    }
}
