package org.isnad.tlog;

/** A public key that checks signatures of notes (C2SP signed-note). */
public interface NoteVerifier {
    String name();

    /** As of {@link NoteSigner#keyId}. */
    int keyId();

    /** The key as text: {@code NAME+HEXID+BASE64}, the form of Go's note package. */
    String verifierKey();

    /**
     * @param message
     *            the UTF-8 of a note's text
     * @param signature
     *            without the key id
     */
    boolean verify(byte[] message, byte[] signature);

    /**
     * The verifier for a key given as text; which algorithm it is stands inside.
     *
     * @throws IllegalArgumentException
     *             when it is no such key, is damaged, or is for an unknown algorithm
     */
    static NoteVerifier of(String verifierKey) {
        EncodedKey key = EncodedKey.parsePublic(verifierKey);
        return switch (key.algorithm()) {
            case EncodedKey.ED25519 -> new Ed25519Verifier(key);
            case EncodedKey.COSIGNATURE_V1 -> new CosignatureVerifier(key);
            default -> throw new IllegalArgumentException(
                    "Unknown signature algorithm %d of key %s".formatted(key.algorithm(), key.name()));
        };
    }
}
