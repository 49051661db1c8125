package org.isnad.tlog;

import java.security.PrivateKey;

/** Signs notes with Ed25519 (C2SP signed-note, type 0x01). */
public final class Ed25519Signer implements NoteSigner {
    private final EncodedKey secret;
    private final Ed25519Verifier verifier;
    private final PrivateKey key;

    private Ed25519Signer(String name, byte[] seed) {
        verifier = new Ed25519Verifier(EncodedKey.ofPublic(name, EncodedKey.ED25519, Ed25519.publicKey(seed)));
        secret = new EncodedKey(name, verifier.keyId(), EncodedKey.ED25519, seed);
        key = Ed25519.privateKey(seed);
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
        EncodedKey secret = EncodedKey.parsePrivate(encoded);
        if (secret.algorithm() != EncodedKey.ED25519) {
            throw new IllegalArgumentException("The private key of " + secret.name() + " is not for Ed25519 notes");
        }
        Ed25519Signer signer = new Ed25519Signer(secret.name(), secret.key());
        if (signer.keyId() != secret.keyId()) {
            throw new IllegalArgumentException(
                    "The private key of " + secret.name() + " is damaged: its id does not fit");
        }
        return signer;
    }

    /** The private key as text, to be kept secret. */
    public String encoded() {
        return secret.encodedPrivate();
    }

    public Ed25519Verifier verifier() {
        return verifier;
    }

    @Override
    public String name() {
        return verifier.name();
    }

    @Override
    public int keyId() {
        return verifier.keyId();
    }

    @Override
    public String verifierKey() {
        return verifier.verifierKey();
    }

    @Override
    public byte[] sign(byte[] message) {
        return Ed25519.sign(key, message);
    }
}
