package org.isnad.tlog;

import java.security.PrivateKey;

/**
 * What signers of both signature types have in common: an Ed25519 seed with a name, its form as text, and the verifier that belongs
 * to it.
 *
 * @param <V>
 *            the verifier of the same signature type
 */
abstract sealed class EncodedSigner<V extends NoteVerifier> implements NoteSigner
        permits Ed25519Signer, CosignatureSigner {
    private final EncodedKey secret;
    private final V verifier;
    private final PrivateKey key;

    EncodedSigner(V verifier, int algorithm, byte[] seed) {
        this.verifier = verifier;
        secret = new EncodedKey(verifier.name(), verifier.keyId(), algorithm, seed);
        key = Ed25519.privateKey(seed);
    }

    /**
     * The key that such a text has.
     *
     * @param use
     *            what keys of this type are for, for the message
     * @throws IllegalArgumentException
     *             when it is no private key of this type; the message does not show it
     */
    static EncodedKey parsed(String encoded, int algorithm, String use) {
        EncodedKey secret = EncodedKey.parsePrivate(encoded);
        if (secret.algorithm() != algorithm) {
            throw new IllegalArgumentException("The private key of " + secret.name() + " is not for " + use);
        }
        return secret;
    }

    /**
     * Only now that the public key is known can the id be compared.
     *
     * @throws IllegalArgumentException
     *             when the id that was written beside the key is another's; the message does not show the key
     */
    final void requireId(EncodedKey written) {
        if (keyId() != written.keyId()) {
            throw new IllegalArgumentException(
                    "The private key of " + written.name() + " is damaged: its id does not fit");
        }
    }

    /** The private key as text, to be kept secret. */
    public final String encoded() {
        return secret.encodedPrivate();
    }

    /** The public key. */
    public final V verifier() {
        return verifier;
    }

    @Override
    public final String name() {
        return verifier.name();
    }

    @Override
    public final int keyId() {
        return verifier.keyId();
    }

    @Override
    public final String verifierKey() {
        return verifier.verifierKey();
    }

    final byte[] signed(byte[] message) {
        return Ed25519.sign(key, message);
    }
}
