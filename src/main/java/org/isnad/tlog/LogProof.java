package org.isnad.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A proof that can be kept and checked alone (C2SP tlog-proof): that an entry is in a log, under a signed checkpoint.
 *
 * @param index
 *            of the leaf
 * @param path
 *            the inclusion proof, from the leaf's sibling up
 * @param checkpoint
 *            with its signatures
 * @param extra
 *            whatever an application adds, which nothing vouches for; empty when there is none
 */
public record LogProof(long index, List<Hash> path, SignedNote checkpoint, byte[] extra) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public LogProof {
        if (index < 0) {
            throw new IllegalArgumentException("A leaf's index is not negative: " + index);
        }
        path = List.copyOf(path);
        extra = extra.clone();
    }

    public LogProof(long index, List<Hash> path, SignedNote checkpoint) {
        this(index, path, checkpoint, new byte[0]);
    }

    @Override
    public byte[] extra() {
        return extra.clone();
    }

    /**
     * That the leaf is in the log, as the holder of one of these keys of the log says.
     *
     * @return what is proven of the log
     * @throws VerificationException
     *             when none of the keys signed, or the path does not lead from the leaf to the signed root
     * @throws IllegalArgumentException
     *             when the signed note is no checkpoint
     */
    public Checkpoint verify(Hash leaf, NoteVerifier... logKeys) {
        if (checkpoint.verifiedBy(logKeys).isEmpty()) {
            throw new VerificationException("The proof's checkpoint is not signed by a trusted key");
        }
        Checkpoint signed = Checkpoint.parse(checkpoint.text());
        Proofs.checkInclusion(index, signed.size(), leaf, path, signed.root());
        return signed;
    }

    public String encoded() {
        StringBuilder proof = new StringBuilder(HEADER).append('\n');
        if (extra.length > 0) {
            proof.append(EXTRA).append(Base64.getEncoder().encodeToString(extra)).append('\n');
        }
        proof.append(INDEX).append(index).append('\n');
        path.forEach(hash -> proof.append(hash.base64()).append('\n'));
        return proof.append('\n').append(checkpoint.encoded()).toString();
    }

    /**
     * @throws IllegalArgumentException
     *             when it is no such proof, or spelled as {@link #encoded} does not spell it
     */
    public static LogProof parse(String encoded) {
        int end = encoded.indexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("A proof has an empty line before its checkpoint");
        }
        List<String> lines = new ArrayList<>(Arrays.asList(encoded.substring(0, end).split("\n", -1)));
        if (!lines.remove(0).equals(HEADER)) {
            throw new IllegalArgumentException("A proof begins with " + HEADER);
        }
        byte[] extra = new byte[0];
        if (!lines.isEmpty() && lines.get(0).startsWith(EXTRA)) {
            extra = Texts.base64(lines.remove(0).substring(EXTRA.length()));
            if (extra.length == 0) {
                throw new IllegalArgumentException("A proof without extra data has no such line");
            }
        }
        if (lines.isEmpty() || !lines.get(0).startsWith(INDEX)) {
            throw new IllegalArgumentException("A proof names the index of its leaf");
        }
        long index = Texts.decimal(lines.remove(0).substring(INDEX.length()), "A proof's index");
        return new LogProof(index, lines.stream().map(Hash::parse).toList(),
                SignedNote.parse(encoded.substring(end + 2)), extra);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogProof that && index == that.index && path.equals(that.path)
                && checkpoint.equals(that.checkpoint) && Arrays.equals(extra, that.extra);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(index) + path.hashCode();
    }

    @Override
    public String toString() {
        return encoded();
    }
}
