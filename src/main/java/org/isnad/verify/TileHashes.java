package org.isnad.verify;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.IntStream;

import org.isnad.tlog.Hash;
import org.isnad.tlog.Hashes;
import org.isnad.tlog.TilePath;

/** The hashes of a log of one size, from its tiles as they are; whoever uses them proves them. */
final class TileHashes implements Hashes {
    private final Source source;
    private final long size;

    TileHashes(Source source, long size) {
        this.source = source;
        this.size = size;
    }

    /** @throws IllegalArgumentException when the tile is missing, damaged or too short */
    @Override
    public List<Hash> read(int level, long from, int count) {
        long index = from / TilePath.FULL;
        int first = (int) (from % TilePath.FULL);
        TilePath.Extent extent = TilePath.extent(level, size);
        TilePath path = TilePath.tile(level, index, index < extent.full() ? TilePath.FULL : extent.partial());
        byte[] tile = content(path);
        return IntStream.range(first, first + count).mapToObj(i -> Hash.at(i * Hash.BYTES, tile)).toList();
    }

    private byte[] content(TilePath path) {
        try {
            return source.read(path.path());
        } catch (NoSuchFileException e) {
            if (path.isPartial()) {
                return content(path.full());
            }
            throw new IllegalArgumentException(path + " is missing", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(path + ": " + Bytes.reason(e), e);
        }
    }
}
