package org.isnad.verify;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.EntryBundle;
import org.isnad.tlog.Hash;
import org.isnad.tlog.StreamedTree;
import org.isnad.tlog.TilePath;

/**
 * Reads a whole log (C2SP tlog-tiles) entry by entry and derives its root anew. Holds one bundle of entries and one tile of each
 * level at a time, and of an export's aggregates the last version of each.
 */
final class LogCheck {
    static final String CHECKPOINT = "checkpoint";
    private static final int MOST_NAMED = 5;

    private final Source source;
    private final String key;
    private final Report report;
    private final List<Held> held = new ArrayList<>();

    /** A checkpoint that somebody kept, before its signature is checked. */
    record HeldFile(String name, byte[] bytes) {}

    private record Held(String name, Checkpoint checkpoint) {}

    /**
     * @param watched
     *            the indexes of the leaves of the watched events, in order
     */
    record Result(Checkpoint checkpoint, boolean hasOpenings, List<Long> watched) {}

    LogCheck(Source source, String key, Report report) {
        this.source = source;
        this.key = key;
        this.report = report;
    }

    /**
     * The whole check.
     *
     * @param watched
     *            which events' leaves are wanted; null for none
     * @return nothing when there is no checkpoint to believe
     */
    Optional<Result> run(List<HeldFile> heldFiles, @Nullable Predicate<Event> watched) {
        Trust trust = Trust.read(source, key, report);
        Optional<Checkpoint> signed = source.read(CHECKPOINT, report)
                .flatMap(bytes -> trust.checkpoint(CHECKPOINT, bytes, report));
        for (HeldFile file : heldFiles) {
            trust.checkpoint(file.name, file.bytes, report)
                    .ifPresent(checkpoint -> held.add(new Held(file.name, checkpoint)));
        }
        if (signed.isEmpty()) {
            return Optional.empty();
        }
        Checkpoint checkpoint = signed.get();
        report.checked(Say.CHECKPOINT_SIGNED, CHECKPOINT, checkpoint.origin(), checkpoint.size());
        held.removeIf(one -> !isOfThisLog(one, checkpoint));
        reportExtraFiles(checkpoint.size());
        try (OpeningsCheck openings = OpeningsCheck.of(source, report, watched)) {
            new Reading(checkpoint, openings).all();
            return Optional.of(new Result(checkpoint, openings.isThere(), openings.watched()));
        }
    }

    private boolean isOfThisLog(Held one, Checkpoint log) {
        if (!one.checkpoint.origin().equals(log.origin())) {
            report.fault(Say.ORIGIN_DIFFERS, one.name, one.checkpoint.origin(), log.origin());
        } else if (one.checkpoint.size() > log.size()) {
            report.fault(Say.HELD_LARGER, one.name, one.checkpoint.size(), log.size());
        } else {
            return true;
        }
        return false;
    }

    /** Extra files prove nothing against a log, which may keep the partial tiles of its earlier sizes. */
    private void reportExtraFiles(long size) {
        String before = "";
        for (String name : source.names().orElse(List.of())) {
            if (name.equals(before)) {
                report.fault(Say.FILE_TWICE, name);
            } else if (!belongs(name, size)) {
                report.warning(Say.FILE_EXTRA, name);
            }
            before = name;
        }
    }

    private static boolean belongs(String name, long size) {
        if (List.of(CHECKPOINT, Trust.KEYS, OpeningsCheck.OPENINGS, OpeningsCheck.VALUES).contains(name)) {
            return true;
        }
        try {
            TilePath tile = TilePath.parse(name);
            TilePath.Extent extent = TilePath.extent(tile.level(), size);
            return tile.isPartial()
                    ? tile.index() == extent.full() && tile.width() == extent.partial()
                    : tile.index() < extent.full();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** One pass over the entries. */
    private final class Reading {
        private final Checkpoint checkpoint;
        private final OpeningsCheck openings;
        private final StreamedTree tree = new StreamedTree(this::compare);

        Reading(Checkpoint checkpoint, OpeningsCheck openings) {
            this.checkpoint = checkpoint;
            this.openings = openings;
        }

        void all() {
            compareHeld();
            long size = checkpoint.size();
            for (long bundle = 0; tree.size() < size; bundle++) {
                if (!read(bundle, (int) Math.min(TilePath.FULL, size - tree.size()))) {
                    report.fault(Say.ENTRIES_END, tree.size(), size);
                    return;
                }
            }
            tree.partialTiles(this::compare);
            openings.end(size);
            Hash root = tree.root();
            if (root.equals(checkpoint.root())) {
                report.checked(Say.ROOT_AGREES, size, root);
            } else {
                report.fault(Say.ROOT_DIFFERS, size, root, checkpoint.root());
            }
        }

        /** @return false when the leaves of this bundle are unknown, so that no leaf after it can be placed */
        private boolean read(long index, int width) {
            TilePath path = TilePath.entries(index, width);
            Optional<List<byte[]>> entries = content(path).flatMap(bytes -> decoded(path, bytes));
            if (entries.isPresent()) {
                for (byte[] entry : entries.get()) {
                    add(Hash.leaf(entry), entry);
                }
                return true;
            }
            // The tile above it stands in for what cannot be read, so that the rest of the log is still checked.
            Optional<byte[]> tile = content(TilePath.tile(0, index, width));
            if (tile.isEmpty() || tile.get().length < width * Hash.BYTES) {
                return false;
            }
            for (int i = 0; i < width; i++) {
                add(Hash.at(i * Hash.BYTES, tile.get()), null);
            }
            return true;
        }

        private void add(Hash leaf, byte @Nullable [] entry) {
            openings.next(tree.size(), entry);
            tree.add(leaf);
            compareHeld();
        }

        private Optional<List<byte[]>> decoded(TilePath path, byte[] bytes) {
            try {
                List<byte[]> entries = EntryBundle.decode(bytes);
                if (entries.size() == path.width()) {
                    return Optional.of(entries);
                }
                report.fault(Say.ENTRIES_NUMBER, path, entries.size(), path.width());
            } catch (IllegalArgumentException e) {
                report.fault(Say.FILE_MALFORMED, path, Bytes.reason(e));
            }
            return Optional.empty();
        }

        private void compareHeld() {
            for (Held one : held) {
                if (one.checkpoint.size() == tree.size()) {
                    if (one.checkpoint.root().equals(tree.root())) {
                        report.checked(Say.HELD_CONTINUED, one.name, tree.size());
                    } else {
                        report.fault(Say.HELD_DIFFERS, one.name, tree.size(), tree.root(), one.checkpoint.root());
                    }
                }
            }
        }

        private void compare(TilePath path, List<Hash> hashes) {
            Optional<byte[]> tile = content(path);
            if (tile.isEmpty()) {
                return;
            }
            if (tile.get().length != hashes.size() * Hash.BYTES) {
                report.fault(Say.TILE_LENGTH, path, tile.get().length, hashes.size() * Hash.BYTES);
                return;
            }
            List<Long> different = new ArrayList<>();
            for (int i = 0; i < hashes.size(); i++) {
                if (!hashes.get(i).equals(Hash.at(i * Hash.BYTES, tile.get()))) {
                    different.add(path.index() * TilePath.FULL + i);
                }
            }
            if (!different.isEmpty()) {
                String named = different.stream().limit(MOST_NAMED).map(String::valueOf)
                        .collect(Collectors.joining(", ", "", different.size() > MOST_NAMED ? ", …" : ""));
                report.fault(Say.TILE_DIFFERS, path, named, different.size());
            }
        }

        /** A log may serve a tile that is full by now in place of the partial one; then its beginning is what counts. */
        private Optional<byte[]> content(TilePath path) {
            try {
                return Optional.of(source.read(path.path()));
            } catch (NoSuchFileException e) {
                if (path.isPartial()) {
                    return beginning(path);
                }
                report.fault(Say.FILE_MISSING, path);
            } catch (IOException e) {
                report.fault(Say.FILE_UNREADABLE, path, Bytes.reason(e));
            }
            return Optional.empty();
        }

        private Optional<byte[]> beginning(TilePath partial) {
            try {
                byte[] full = source.read(partial.full().path());
                if (!partial.isEntries()) {
                    return Optional.of(Arrays.copyOf(full, Math.min(full.length, partial.width() * Hash.BYTES)));
                }
                List<byte[]> entries = EntryBundle.decode(full);
                return Optional.of(
                        EntryBundle.encode(entries.subList(0, Math.min(entries.size(), partial.width()))));
            } catch (IOException e) {
                report.fault(Say.FILE_MISSING, partial);
            } catch (IllegalArgumentException e) {
                report.fault(Say.FILE_MALFORMED, partial.full(), Bytes.reason(e));
            }
            return Optional.empty();
        }
    }
}
