package org.isnad.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A SHA-256 hash, 32 bytes that never change. {@link #leaf} and {@link #node} are the two hashes of an RFC 6962 §2.1 Merkle
 * tree; their first byte differs, so that no entry can be passed off as a node.
 */
public final class Hash {
    /** The number of bytes of a hash. */
    public static final int BYTES = 32;
    /** The root of the tree without leaves: SHA-256 of nothing. */
    public static final Hash EMPTY = sha256();

    private final byte[] value;

    private Hash(byte[] value) {
        this.value = value;
    }

    /**
     * @throws IllegalArgumentException
     *             when there are not 32 bytes
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A hash has " + BYTES + " bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /**
     * The hash that begins at this place of a tile.
     *
     * @throws IllegalArgumentException
     *             when the bytes end before the hash does
     */
    public static Hash at(int offset, byte[] tile) {
        if (offset < 0 || tile.length - offset < BYTES) {
            throw new IllegalArgumentException("No hash at " + offset + " of " + tile.length + " bytes");
        }
        return new Hash(Arrays.copyOfRange(tile, offset, offset + BYTES));
    }

    /**
     * @param base64
     *            RFC 4648 §4 with padding, as {@link #base64} writes it and no other spelling
     * @throws IllegalArgumentException
     *             when it is anything else
     */
    public static Hash parse(String base64) {
        return of(Texts.base64(base64));
    }

    /** The SHA-256 of these bytes one after the other, without a prefix. */
    public static Hash sha256(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    /** The leaf hash of an entry: SHA-256(0x00 ‖ entry). */
    public static Hash leaf(byte[] entry) {
        MessageDigest digest = digest();
        digest.update((byte) 0);
        return new Hash(digest.digest(entry));
    }

    /** The hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = digest();
        digest.update((byte) 1);
        digest.update(left.value);
        return new Hash(digest.digest(right.value));
    }

    public byte[] bytes() {
        return value.clone();
    }

    /** As checkpoints and proofs write it: RFC 4648 §4 with padding. */
    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    /** In lower case. */
    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    /** Puts the bytes into a tile, whose length the caller has seen to. */
    void copyTo(byte[] tile, int offset) {
        System.arraycopy(value, 0, tile, offset, BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return base64();
    }

    private static MessageDigest digest() {
        return Digests.OF_THREAD.get();
    }

    /** Apart, so that it is there before {@link #EMPTY}. Looking an algorithm up costs as much as hashing a node. */
    private static final class Digests {
        static final ThreadLocal<MessageDigest> OF_THREAD = ThreadLocal.withInitial(() -> {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        });
    }
}
