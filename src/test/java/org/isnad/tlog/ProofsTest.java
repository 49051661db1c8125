package org.isnad.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every proof verifies, and none does once a single bit of it is another one. */
class ProofsTest {
    private static final int LARGEST = 10_000;
    private static final MemoryLog LOG = MemoryLog.ofSize(LARGEST);
    private static final Ed25519Signer KEY = Ed25519Signer.generate(LOG.origin());

    @Property(tries = 1000)
    void anyLeafOfAnyTreeIsIncluded(@ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll Random random) {
        int index = random.nextInt(size);
        Proofs.checkInclusion(index, size, LOG.leaf(index), LOG.tree(size).inclusion(index), LOG.tree(size).root());
    }

    @Property(tries = 1000)
    void anyTreeContinuesAnyEarlierOne(@ForAll @IntRange(max = LARGEST) int size, @ForAll Random random) {
        int earlier = random.nextInt(size + 1);
        Proofs.checkConsistency(earlier, LOG.tree(earlier).root(), size, LOG.tree(size).root(),
                LOG.tree(size).consistency(earlier));
    }

    @Property(tries = 30)
    void noOtherBitOfLeafIndexPathOrRootIsIncluded(@ForAll @IntRange(min = 1, max = LARGEST) int size,
            @ForAll Random random) {
        int index = random.nextInt(size);
        Hash leaf = LOG.leaf(index);
        Hash root = LOG.tree(size).root();
        List<Hash> path = LOG.tree(size).inclusion(index);

        flipped(leaf, other -> fails(() -> Proofs.checkInclusion(index, size, other, path, root)));
        flipped(root, other -> fails(() -> Proofs.checkInclusion(index, size, leaf, path, other)));
        flipped(path, other -> fails(() -> Proofs.checkInclusion(index, size, leaf, other, root)));
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long other = index ^ 1L << bit;
            fails(() -> Proofs.checkInclusion(other, size, leaf, path, root));
        }
        shortened(path, other -> fails(() -> Proofs.checkInclusion(index, size, leaf, other, root)));
    }

    /**
     * RFC 6962's paths do not hold the size: leaf 0 has the same one in trees of 5 and of 7 leaves whose roots would be equal. So
     * another size fails where the leaf then lies differently, and everywhere once size and root are signed together.
     */
    @Property(tries = 30)
    void noOtherBitOfTheSizeIsIncludedUnlessTheLeafLiesAlike(@ForAll @IntRange(min = 1, max = LARGEST) int size,
            @ForAll Random random) {
        int index = random.nextInt(size);
        Hash root = LOG.tree(size).root();
        List<Hash> path = LOG.tree(size).inclusion(index);
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long other = size ^ 1L << bit;
            Runnable check = () -> Proofs.checkInclusion(index, other, LOG.leaf(index), path, root);
            if (index < other && turns(index, other).equals(turns(index, size))) {
                check.run();
            } else {
                fails(check);
            }
        }
    }

    @Property(tries = 25)
    void noOtherBitOfASignedProofVerifies(@ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll Random random) {
        int index = random.nextInt(size);
        Hash leaf = LOG.leaf(index);
        LogProof proof = LOG.proof(index, LOG.signed(size, KEY));
        assertThat(proof.verify(leaf, KEY.verifier())).isEqualTo(LOG.checkpoint(size));

        for (int bit = 0; bit < Long.SIZE - 1; bit++) {
            SignedNote otherSize = new SignedNote(
                    proof.checkpoint().text().replace("\n" + size + "\n", "\n" + (size ^ 1L << bit) + "\n"),
                    proof.checkpoint().signatures());
            fails(() -> new LogProof(index, proof.path(), otherSize).verify(leaf, KEY.verifier()));
            long otherIndex = index ^ 1L << bit;
            fails(() -> new LogProof(otherIndex, proof.path(), proof.checkpoint()).verify(leaf, KEY.verifier()));
        }
        Hash root = LOG.checkpoint(size).root();
        SignedNote otherRoot = new SignedNote(
                proof.checkpoint().text().replace(root.base64(), flip(root, random.nextInt(256)).base64()),
                proof.checkpoint().signatures());
        fails(() -> new LogProof(index, proof.path(), otherRoot).verify(leaf, KEY.verifier()));
    }

    @Property(tries = 30)
    void noOtherBitOfAConsistencyProofVerifies(@ForAll @IntRange(min = 2, max = LARGEST) int size,
            @ForAll Random random) {
        int earlier = 1 + random.nextInt(size - 1);
        Hash before = LOG.tree(earlier).root();
        Hash root = LOG.tree(size).root();
        List<Hash> proof = LOG.tree(size).consistency(earlier);

        flipped(before, other -> fails(() -> Proofs.checkConsistency(earlier, other, size, root, proof)));
        flipped(root, other -> fails(() -> Proofs.checkConsistency(earlier, before, size, other, proof)));
        flipped(proof, other -> fails(() -> Proofs.checkConsistency(earlier, before, size, root, other)));
        shortened(proof, other -> fails(() -> Proofs.checkConsistency(earlier, before, size, root, other)));
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long other = earlier ^ 1L << bit;
            if (other <= 0 || other >= size || !turns(other - 1, size).equals(turns(earlier - 1, size))) {
                fails(() -> Proofs.checkConsistency(other, before, size, root, proof));
            }
        }
    }

    @Test
    void treesWithoutAProof() {
        Hash root = LOG.tree(3).root();
        assertThatCode(() -> Proofs.checkConsistency(0, Hash.EMPTY, 3, root, List.of())).doesNotThrowAnyException();
        assertThatCode(() -> Proofs.checkConsistency(3, root, 3, root, List.of())).doesNotThrowAnyException();
        fails(() -> Proofs.checkConsistency(0, root, 3, root, List.of()));
        fails(() -> Proofs.checkConsistency(3, LOG.tree(2).root(), 3, root, List.of()));
        fails(() -> Proofs.checkConsistency(3, root, 3, root, List.of(root)));
        fails(() -> Proofs.checkConsistency(0, Hash.EMPTY, 3, root, List.of(root)));
        fails(() -> Proofs.checkConsistency(0, Hash.EMPTY, 0, root, List.of()));
        fails(() -> Proofs.checkConsistency(2, LOG.tree(2).root(), 3, root, List.of()));
        fails(() -> Proofs.checkConsistency(3, root, 2, LOG.tree(2).root(), List.of()));
        fails(() -> Proofs.checkConsistency(-1, root, 2, LOG.tree(2).root(), List.of()));
    }

    @Test
    void saysWhatIsWrong() {
        Hash root = LOG.tree(3).root();
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> Proofs.checkInclusion(3, 3, root, List.of(), root))
                .withMessage("A tree of size 3 has no leaf at index 3");
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> Proofs.checkInclusion(0, 3, root, List.of(), root))
                .withMessage("The inclusion proof has the wrong length for these sizes: 0 hashes");
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> Proofs.checkInclusion(0, 1, root, List.of(), Hash.EMPTY))
                .withMessage("The inclusion proof of index 0 leads to root " + root + ", and the tree of size 1 has "
                        + Hash.EMPTY);
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> Proofs.checkConsistency(3, Hash.EMPTY, 3, root, List.of()))
                .withMessage("Two trees of size 3 have different roots: " + Hash.EMPTY + " and " + root);
    }

    /** Left or right at each step from the root to the leaf. */
    private static String turns(long index, long size) {
        StringBuilder turns = new StringBuilder();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            boolean left = index < middle;
            turns.append(left ? 'l' : 'r');
            from = left ? from : middle;
            to = left ? middle : to;
        }
        return turns.toString();
    }

    private static void fails(Runnable check) {
        try {
            check.run();
        } catch (VerificationException expected) {
            return;
        }
        throw new AssertionError("Verified what is not true");
    }

    private static void flipped(Hash hash, Consumer<Hash> use) {
        for (int bit = 0; bit < 256; bit++) {
            use.accept(flip(hash, bit));
        }
    }

    private static void flipped(List<Hash> path, Consumer<List<Hash>> use) {
        for (int i = 0; i < path.size(); i++) {
            int position = i;
            flipped(path.get(i), other -> {
                List<Hash> changed = new ArrayList<>(path);
                changed.set(position, other);
                use.accept(changed);
            });
        }
    }

    /** And lengthened. */
    private static void shortened(List<Hash> path, Consumer<List<Hash>> use) {
        for (int i = 0; i < path.size(); i++) {
            List<Hash> without = new ArrayList<>(path);
            without.remove(i);
            use.accept(without);
            List<Hash> with = new ArrayList<>(path);
            with.add(i, path.get(i));
            use.accept(with);
        }
    }

    private static Hash flip(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }
}
