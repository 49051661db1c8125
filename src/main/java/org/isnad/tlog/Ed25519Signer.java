package org.isnad.tlog;

/** Signs notes with Ed25519 (C2SP signed-note, type 0x01). */
public final class Ed25519Signer extends EncodedSigner<Ed25519Verifier> {
    private Ed25519Signer(String name, byte[] seed) {
        super(new Ed25519Verifier(EncodedKey.ofPublic(name, EncodedKey.ED25519, Ed25519.publicKey(seed))),
                EncodedKey.ED25519, seed);
    }

    /**
     * A new key.
     *
     * @param name
     *            without spaces and plus signs; for a log's key usually its origin
     */
    public static Ed25519Signer generate(String name) {
        return new Ed25519Signer(name, Ed25519.newSeed());
    }

    /**
     * @param encoded
     *            as {@link #encoded} and Go's note package write it: {@code PRIVATE+KEY+NAME+HEXID+BASE64}
     * @throws IllegalArgumentException
     *             when it is no such key or is damaged; the message does not show it
     */
    public static Ed25519Signer parse(String encoded) {
        EncodedKey secret = parsed(encoded, EncodedKey.ED25519, "Ed25519 notes");
        Ed25519Signer signer = new Ed25519Signer(secret.name(), secret.key());
        signer.requireId(secret);
        return signer;
    }

    @Override
    public byte[] sign(byte[] message) {
        return signed(message);
    }
}
