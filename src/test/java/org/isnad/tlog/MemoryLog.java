package org.isnad.tlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A whole log in memory, for tests: appends entries, proves, signs, and writes itself as a directory of tiles. */
public final class MemoryLog implements Hashes {
    private final String origin;
    private final List<byte[]> entries = new ArrayList<>();
    private final List<List<Hash>> levels = new ArrayList<>(List.of(new ArrayList<>()));
    private int reads;

    public MemoryLog(String origin) {
        this.origin = origin;
    }

    /** A log of so many different entries. */
    public static MemoryLog ofSize(int size) {
        MemoryLog log = new MemoryLog("desk.example/log");
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(Hash.sha256(("entry " + i).getBytes(StandardCharsets.UTF_8)).bytes());
        }
        log.append(entries);
        return log;
    }

    public String origin() {
        return origin;
    }

    public long size() {
        return entries.size();
    }

    public void append(List<byte[]> more) {
        List<Hash> leaves = more.stream().map(Hash::leaf).toList();
        for (Growth.Stored stored : Growth.of(size(), this, leaves)) {
            while (levels.size() <= stored.level()) {
                levels.add(new ArrayList<>());
            }
            if (levels.get(stored.level()).size() != stored.index()) {
                throw new IllegalStateException("Not the next hash of its level: " + stored);
            }
            levels.get(stored.level()).add(stored.hash());
        }
        entries.addAll(more);
        levels.get(0).addAll(leaves);
    }

    public byte[] entry(long index) {
        return entries.get((int) index).clone();
    }

    public Hash leaf(long index) {
        return levels.get(0).get((int) index);
    }

    public Tree tree() {
        return tree(size());
    }

    public Tree tree(long size) {
        return new Tree(size, this);
    }

    public Checkpoint checkpoint(long size) {
        return new Checkpoint(origin, size, tree(size).root());
    }

    public SignedNote signed(long size, NoteSigner... keys) {
        SignedNote note = new SignedNote(checkpoint(size).text(), List.of());
        for (NoteSigner key : keys) {
            note = note.with(key.signature(note.text()));
        }
        return note;
    }

    public LogProof proof(long index, SignedNote checkpoint) {
        return new LogProof(index, tree(Checkpoint.parse(checkpoint.text()).size()).inclusion(index), checkpoint);
    }

    /** How often hashes were read since the last call. */
    public int readsSinceLastAsked() {
        int since = reads;
        reads = 0;
        return since;
    }

    @Override
    public List<Hash> read(int level, long from, int count) {
        reads++;
        if (level >= levels.size() || from + count > levels.get(level).size()) {
            throw new IllegalArgumentException("No hashes of level " + level + " from " + from + ", " + count);
        }
        if (count > TilePath.FULL || from / TilePath.FULL != (from + count - 1) / TilePath.FULL) {
            throw new IllegalArgumentException("Reads over the end of a tile: " + from + ", " + count);
        }
        return List.copyOf(levels.get(level).subList((int) from, (int) from + count));
    }

    /** As a log of this size is served: the checkpoint, tiles, entries and keys. */
    public void writeTo(Path directory, SignedNote checkpoint, KeyHistory keys) throws IOException {
        long size = Checkpoint.parse(checkpoint.text()).size();
        for (int level = TilePath.ENTRIES; level < levels.size(); level++) {
            TilePath.Extent extent = TilePath.extent(level, size);
            for (long index = 0; index < extent.full(); index++) {
                write(directory, new TilePath(level, index, TilePath.FULL));
            }
            if (extent.partial() > 0) {
                write(directory, new TilePath(level, extent.full(), extent.partial()));
            }
        }
        Files.writeString(directory.resolve("checkpoint"), checkpoint.encoded());
        Files.writeString(directory.resolve("keys"), keys.encoded());
    }

    private void write(Path directory, TilePath tile) throws IOException {
        Path file = directory.resolve(tile.path());
        Files.createDirectories(file.getParent());
        Files.write(file, content(tile));
    }

    /** The bytes that are served under this path. */
    public byte[] content(TilePath tile) {
        int from = (int) (tile.index() * TilePath.FULL);
        if (tile.isEntries()) {
            return EntryBundle.encode(entries.subList(from, from + tile.width()));
        }
        byte[] bytes = new byte[tile.width() * Hash.BYTES];
        List<Hash> hashes = read(tile.level(), from, tile.width());
        for (int i = 0; i < tile.width(); i++) {
            hashes.get(i).copyTo(bytes, i * Hash.BYTES);
        }
        return bytes;
    }
}
