package org.isnad.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Roots, proofs and growth against published vectors and against RFC 6962's definitions, word for word. */
class TreeTest {
    private static final int LARGEST = 10_000;
    private static final MemoryLog LOG = MemoryLog.ofSize(LARGEST);

    @Test
    void theRootsOfThePublishedVectors() throws IOException {
        JsonNode vectors = new ObjectMapper()
                .readTree(Path.of("../shared/data/merkle/rfc6962-8-leaves.json").toFile());
        MemoryLog log = new MemoryLog("vectors");
        assertThat(log.tree().root().hex()).isEqualTo(vectors.get("empty_root").asText());

        List<String> roots = new ArrayList<>();
        for (JsonNode leaf : vectors.get("leaves_hex")) {
            log.append(List.of(HexFormat.of().parseHex(leaf.asText())));
            roots.add(log.tree().root().hex());
        }
        assertThat(roots).hasSize(8)
                .isEqualTo(StreamSupport.stream(vectors.get("root_after_n_leaves").spliterator(), false)
                        .map(JsonNode::asText).toList());
    }

    @Test
    void everyLeafOfEverySmallTreeAgreesWithTheDefinition() {
        for (int size = 1; size <= 70; size++) {
            assertThat(LOG.tree(size).root()).isEqualTo(mth(0, size));
            for (int index = 0; index < size; index++) {
                assertThat(LOG.tree(size).inclusion(index)).isEqualTo(path(index, 0, size));
            }
            for (int earlier = 1; earlier <= size; earlier++) {
                assertThat(LOG.tree(size).consistency(earlier)).isEqualTo(subProof(earlier, 0, size, true));
            }
        }
    }

    @Property(tries = 60)
    void anyTreeAgreesWithTheDefinition(@ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll Random random) {
        int chosen = random.nextInt(size);
        assertThat(LOG.tree(size).root()).isEqualTo(mth(0, size));
        assertThat(LOG.tree(size).inclusion(chosen)).isEqualTo(path(chosen, 0, size));
        assertThat(LOG.tree(size).consistency(chosen + 1)).isEqualTo(subProof(chosen + 1, 0, size, true));
    }

    @Property(tries = 200)
    void readsFewTiles(@ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll Random random) {
        int levels = size < 256 ? 1 : 2;
        LOG.readsSinceLastAsked();
        LOG.tree(size).root();
        assertThat(LOG.readsSinceLastAsked()).isLessThanOrEqualTo(levels);
        LOG.tree(size).inclusion(random.nextInt(size));
        assertThat(LOG.readsSinceLastAsked()).isLessThanOrEqualTo(2 * levels);
        LOG.tree(size).consistency(random.nextInt(size));
        assertThat(LOG.readsSinceLastAsked()).isLessThanOrEqualTo(3 * levels);
    }

    /** In batches of any size the same hashes come out as at once, and as in a tree that is streamed. */
    @Property(tries = 50)
    void growsInAnyBatches(@ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll Random random) {
        MemoryLog grown = new MemoryLog("grown");
        while (grown.size() < size) {
            int batch = (int) Math.min(1 + random.nextInt(700), size - grown.size());
            List<byte[]> entries = new ArrayList<>();
            for (int i = 0; i < batch; i++) {
                entries.add(LOG.entry(grown.size() + i));
            }
            grown.append(entries);
        }
        List<TilePath> streamed = new ArrayList<>();
        StreamedTree stream = new StreamedTree((tile, hashes) -> streamed.add(checked(grown, tile, hashes)));
        for (int i = 0; i < size; i++) {
            stream.add(LOG.leaf(i));
        }
        stream.partialTiles((tile, hashes) -> streamed.add(checked(grown, tile, hashes)));

        assertThat(stream.size()).isEqualTo(size);
        assertThat(stream.root()).isEqualTo(grown.tree().root()).isEqualTo(LOG.tree(size).root());
        assertThat(streamed).hasSize((size + 255) / 256 + (size >= 256 ? 1 : 0)).doesNotHaveDuplicates();
    }

    private static TilePath checked(MemoryLog log, TilePath tile, List<Hash> hashes) {
        assertThat(log.read(tile.level(), tile.index() * TilePath.FULL, tile.width())).isEqualTo(hashes)
                .isEqualTo(LOG.read(tile.level(), tile.index() * TilePath.FULL, tile.width()));
        return tile;
    }

    @Test
    void growsOverThreeLevels() {
        Hash leaf = Hash.leaf(new byte[0]);
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < 65_536 - 300; i++) {
            leaves.add(leaf);
        }
        // All leaves alike, so a subtree's root depends on its height only.
        Hashes before = (level, from, count) -> java.util.Collections.nCopies(count, level == 0 ? leaf : full(leaf));
        List<Growth.Stored> stored = Growth.of(300, before, leaves);

        assertThat(stored).hasSize(255 + 1).startsWith(new Growth.Stored(1, 1, full(leaf)))
                .endsWith(new Growth.Stored(1, 255, full(leaf)), new Growth.Stored(2, 0, full(full(leaf))));
    }

    private static Hash full(Hash node) {
        Hash root = node;
        for (int height = 0; height < 8; height++) {
            root = Hash.node(root, root);
        }
        return root;
    }

    @Test
    void refusesWhatATreeDoesNotHave() {
        Tree tree = LOG.tree(5);
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(5))
                .withMessage("A tree of 5 leaves has none at index 5");
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(6))
                .withMessage("A tree of 5 leaves never had 6");
        assertThatIllegalArgumentException().isThrownBy(() -> new Tree(-1, LOG));
        assertThatIllegalArgumentException().isThrownBy(() -> LOG.tree(LARGEST + 1).root());
        assertThat(tree.consistency(0)).isEmpty();
        assertThat(tree.consistency(5)).isEmpty();
    }

    /** RFC 6962 §2.1, MTH(D[from:to]). */
    private static Hash mth(int from, int to) {
        if (to - from == 1) {
            return LOG.leaf(from);
        }
        int k = k(to - from);
        return Hash.node(mth(from, from + k), mth(from + k, to));
    }

    /** RFC 6962 §2.1.1, PATH(m, D[from:to]), with m counted from 0. */
    private static List<Hash> path(int m, int from, int to) {
        if (to - from == 1) {
            return List.of();
        }
        int middle = from + k(to - from);
        return m < middle ? with(path(m, from, middle), mth(middle, to)) : with(path(m, middle, to), mth(from, middle));
    }

    /** RFC 6962 §2.1.2, SUBPROOF(m, D[from:to], b), with m counted from 0. */
    private static List<Hash> subProof(int m, int from, int to, boolean b) {
        if (m == to) {
            return b ? List.of() : List.of(mth(from, to));
        }
        int middle = from + k(to - from);
        return m <= middle
                ? with(subProof(m, from, middle, b), mth(middle, to))
                : with(subProof(m, middle, to, false), mth(from, middle));
    }

    private static int k(int leaves) {
        int k = 1;
        while (2 * k < leaves) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> with(List<Hash> hashes, Hash another) {
        List<Hash> all = new ArrayList<>(hashes);
        all.add(another);
        return all;
    }
}
