package org.isnad.tlog;

import java.security.PublicKey;

/** Checks Ed25519 signatures of notes (C2SP signed-note, type 0x01). */
public final class Ed25519Verifier implements NoteVerifier {
    private final EncodedKey encoded;
    private final PublicKey key;

    Ed25519Verifier(EncodedKey encoded) {
        this.encoded = encoded;
        this.key = Ed25519.publicKeyOf(encoded.key());
    }

    @Override
    public String name() {
        return encoded.name();
    }

    @Override
    public int keyId() {
        return encoded.keyId();
    }

    @Override
    public String verifierKey() {
        return encoded.encoded();
    }

    @Override
    public boolean verify(byte[] message, byte[] signature) {
        return Ed25519.verify(key, message, signature);
    }
}
