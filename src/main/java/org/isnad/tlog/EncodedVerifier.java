package org.isnad.tlog;

import java.security.PublicKey;

/** What verifiers of both signature types have in common: an Ed25519 key with a name, and its form as text. */
abstract sealed class EncodedVerifier implements NoteVerifier permits Ed25519Verifier, CosignatureVerifier {
    private final EncodedKey encoded;
    private final PublicKey key;

    EncodedVerifier(EncodedKey encoded) {
        this.encoded = encoded;
        this.key = Ed25519.publicKeyOf(encoded.key());
    }

    @Override
    public final String name() {
        return encoded.name();
    }

    @Override
    public final int keyId() {
        return encoded.keyId();
    }

    @Override
    public final String verifierKey() {
        return encoded.encoded();
    }

    final boolean isSigned(byte[] message, byte[] signature) {
        return Ed25519.verify(key, message, signature);
    }
}
