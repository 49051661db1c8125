package org.isnad.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * One signature line of a {@link SignedNote} (C2SP signed-note).
 *
 * @param name
 *            the key's
 * @param keyId
 *            tells keys of one name apart; not strong enough to identify a key
 * @param bytes
 *            the signature after the key id, as the key's algorithm shapes it
 */
public record NoteSignature(String name, int keyId, byte[] bytes) {
    private static final String DASH = "\u2014 ";

    /**
     * @throws IllegalArgumentException
     *             when the name cannot stand in a line or there is no signature
     */
    public NoteSignature {
        Texts.requireKeyName(name);
        if (bytes.length == 0) {
            throw new IllegalArgumentException("The signature of " + name + " is empty");
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The line with its newline. */
    public String line() {
        byte[] idAndSignature = ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(keyId).put(bytes).array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(idAndSignature) + "\n";
    }

    /**
     * @param line
     *            without its newline
     * @throws IllegalArgumentException
     *             when it is no signature line
     */
    public static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new IllegalArgumentException("Not a signature line: " + Texts.shown(line));
        }
        byte[] idAndSignature = Texts.base64(line.substring(space + 1));
        if (idAndSignature.length <= Integer.BYTES) {
            throw new IllegalArgumentException("Too short for a signature: " + Texts.shown(line));
        }
        return new NoteSignature(line.substring(DASH.length(), space), ByteBuffer.wrap(idAndSignature).getInt(),
                Arrays.copyOfRange(idAndSignature, Integer.BYTES, idAndSignature.length));
    }

    /** Whether it says to be by this key. */
    boolean claimsToBeBy(NoteVerifier verifier) {
        return name.equals(verifier.name()) && keyId == verifier.keyId();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that && name.equals(that.name) && keyId == that.keyId
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * keyId + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(keyId);
    }
}
