package org.isnad.tlog;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.time.Clock;

/**
 * Signs checkpoints as a witness does: cosignature/v1 of C2SP tlog-cosignature, which says that at this time the witness knew no
 * larger tree of the log. Whoever signs with it has checked that the checkpoint continues the last one.
 */
public final class CosignatureSigner implements NoteSigner {
    private final EncodedKey secret;
    private final CosignatureVerifier verifier;
    private final PrivateKey key;
    private final Clock clock;

    private CosignatureSigner(String name, byte[] seed, Clock clock) {
        verifier = new CosignatureVerifier(
                EncodedKey.ofPublic(name, EncodedKey.COSIGNATURE_V1, Ed25519.publicKey(seed)));
        secret = new EncodedKey(name, verifier.keyId(), EncodedKey.COSIGNATURE_V1, seed);
        key = Ed25519.privateKey(seed);
        this.clock = clock;
    }

    /** A new key, for one witness only. */
    public static CosignatureSigner generate(String name, Clock clock) {
        return new CosignatureSigner(name, Ed25519.newSeed(), clock);
    }

    /**
     * @param encoded
     *            as {@link #encoded} writes it
     * @throws IllegalArgumentException
     *             when it is no such key or is damaged; the message does not show it
     */
    public static CosignatureSigner parse(String encoded, Clock clock) {
        EncodedKey secret = EncodedKey.parsePrivate(encoded);
        if (secret.algorithm() != EncodedKey.COSIGNATURE_V1) {
            throw new IllegalArgumentException("The private key of " + secret.name() + " is not for cosignatures");
        }
        CosignatureSigner signer = new CosignatureSigner(secret.name(), secret.key(), clock);
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

    public CosignatureVerifier verifier() {
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
        long time = clock.instant().getEpochSecond();
        byte[] signature = Ed25519.sign(key, CosignatureVerifier.signedMessage(time, message));
        return ByteBuffer.allocate(Long.BYTES + signature.length).putLong(time).put(signature).array();
    }
}
