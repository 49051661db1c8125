package org.isnad.tlog;

/** Checks Ed25519 signatures of notes (C2SP signed-note, type 0x01). */
public final class Ed25519Verifier extends EncodedVerifier {
    Ed25519Verifier(EncodedKey encoded) {
        super(encoded);
    }

    @Override
    public boolean verify(byte[] message, byte[] signature) {
        return isSigned(message, signature);
    }
}
