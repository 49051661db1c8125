package org.isnad.origin;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.isnad.kernel.Ids;

/** A name that articles state, as the first of them wrote it, and the record that it leads to. */
@Entity
class OriginName {
    @Id
    private UUID id;
    @Enumerated(EnumType.STRING)
    private OriginKind kind;
    private String name;
    private UUID originId;
    private UUID firstId;

    @SuppressWarnings("NullAway.Init")
    protected OriginName() {}

    /** A name that was not known, with the record that comes into being with it. */
    OriginName(Origin origin) {
        this.id = Ids.next();
        this.kind = origin.kind();
        this.name = origin.name();
        this.originId = origin.id().value();
        this.firstId = originId;
    }

    void moveTo(Origin origin) {
        originId = origin.id().value();
    }

    /** From now on another record is the one that it comes back to. */
    void beginIn(Origin origin) {
        moveTo(origin);
        firstId = originId;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    OriginId origin() {
        return new OriginId(originId);
    }

    /** The record that came into being with it. */
    OriginId first() {
        return new OriginId(firstId);
    }
}
