package org.isnad.tlog;

import java.nio.ByteBuffer;
import java.time.Clock;

/**
 * Signs checkpoints as a witness does: cosignature/v1 of C2SP tlog-cosignature, which says that at this time the witness knew no
 * larger tree of the log. Whoever signs with it has checked that the checkpoint continues the last one.
 */
public final class CosignatureSigner extends EncodedSigner<CosignatureVerifier> {
    private final Clock clock;

    private CosignatureSigner(String name, byte[] seed, Clock clock) {
        super(new CosignatureVerifier(EncodedKey.ofPublic(name, EncodedKey.COSIGNATURE_V1, Ed25519.publicKey(seed))),
                EncodedKey.COSIGNATURE_V1, seed);
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
        EncodedKey secret = parsed(encoded, EncodedKey.COSIGNATURE_V1, "cosignatures");
        CosignatureSigner signer = new CosignatureSigner(secret.name(), secret.key(), clock);
        signer.requireId(secret);
        return signer;
    }

    @Override
    public byte[] sign(byte[] message) {
        long time = clock.instant().getEpochSecond();
        byte[] signature = signed(CosignatureVerifier.signedMessage(time, message));
        return ByteBuffer.allocate(Long.BYTES + signature.length).putLong(time).put(signature).array();
    }
}
