package org.isnad.origin;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.AggregateType;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Stamp;
import org.isnad.kernel.text.Erased;

/** The record of an outlet or author. Its names are rows of their own, and so is what articles state. */
@Entity
class Origin {
    private static final String NAME = "name";
    /** The name of another record that had to do with this one. */
    private static final String OTHER_NAME = "otherName";
    private static final String MERGED_INTO = "mergedInto";

    @Id
    private UUID id;
    @Enumerated(EnumType.STRING)
    private OriginKind kind;
    private String name;
    private @Nullable UUID mergedInto;
    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Origin() {}

    Origin(OriginKind kind, String name) {
        this.id = Ids.next();
        this.kind = kind;
        this.name = name;
    }

    DomainEvent recorded(Stamp by) {
        return event(OriginAction.ORIGIN_RECORDED, by, FieldChange.added("kind", kind.name()),
                FieldChange.added(NAME, name));
    }

    /** The desk calls it otherwise from now on. What articles state stays. */
    DomainEvent rename(String newName, Stamp by) {
        FieldChange change = called(newName);
        return event(OriginAction.ORIGIN_RENAMED, by, change);
    }

    /** It is the other too; whoever asks for the other is led here. */
    DomainEvent takeOver(Origin other, Stamp by) {
        return event(OriginAction.ORIGIN_MERGED, by, FieldChange.added(OTHER_NAME, other.name)).on(part(other));
    }

    DomainEvent mergeInto(Origin other, Stamp by) {
        mergedInto = other.id;
        return event(OriginAction.ORIGIN_MERGED_AWAY, by, FieldChange.added(MERGED_INTO, other.id.toString()))
                .on(part(other));
    }

    /**
     * A name is no longer this one's.
     *
     * @param left
     *            one of the names that stay, by which it is called if it was called by the one that goes
     */
    DomainEvent part(String gone, String left, Origin to, Stamp by) {
        FieldChange change = called(name.equals(gone) ? left : name);
        return event(OriginAction.ORIGIN_NAME_PARTED, by, FieldChange.removed(OTHER_NAME, gone), change).on(part(to));
    }

    /** The name with which it came into being is its own again; it is called as it was, unless that was erased. */
    DomainEvent restore(String itsName, Stamp by) {
        FieldChange back = FieldChange.removed(MERGED_INTO, mergedInto == null ? null : mergedInto.toString());
        mergedInto = null;
        return event(OriginAction.ORIGIN_RESTORED, by, back, called(Erased.is(name) ? itsName : name));
    }

    private FieldChange called(String newName) {
        FieldChange change = new FieldChange(NAME, name, newName);
        name = newName;
        return change;
    }

    private DomainEvent event(OriginAction action, Stamp by, FieldChange... changes) {
        return DomainEvent.of(AggregateType.ORIGIN, id, action, by, changes);
    }

    private static String part(Origin other) {
        return "origin/" + other.id;
    }

    OriginId id() {
        return new OriginId(id);
    }

    OriginKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    boolean isMerged() {
        return mergedInto != null;
    }

    long version() {
        return version;
    }
}
