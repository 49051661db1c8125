package org.isnad.desk;

import java.util.List;
import java.util.UUID;

import org.isnad.origin.OriginKind;

/**
 * The record of an outlet or author.
 *
 * @param names
 *            that lead to it, the oldest first
 * @param version
 *            which each change of the record raises
 */
public record OriginRecord(UUID id, OriginKind kind, String name, List<Named> names, long version) {
    public OriginRecord {
        names = List.copyOf(names);
    }

    /** A name as the first article wrote it that stated it. */
    public record Named(UUID id, String name) {}

    /** This record's address. */
    public String address() {
        return kind.address() + "/" + id;
    }
}
