package org.isnad.tlog;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/** Checks the signatures of witnesses under checkpoints: cosignature/v1 of C2SP tlog-cosignature (signed-note type 0x04). */
public final class CosignatureVerifier extends EncodedVerifier {
    CosignatureVerifier(EncodedKey encoded) {
        super(encoded);
    }

    @Override
    public boolean verify(byte[] message, byte[] signature) {
        if (signature.length <= Long.BYTES || seconds(signature) < 0) {
            return false;
        }
        return isSigned(signedMessage(seconds(signature), message),
                Arrays.copyOfRange(signature, Long.BYTES, signature.length));
    }

    /**
     * When the witness says it signed, to the second.
     *
     * @throws IllegalArgumentException
     *             when the signature has no time
     */
    public static Instant time(NoteSignature signature) {
        byte[] bytes = signature.bytes();
        if (bytes.length <= Long.BYTES || seconds(bytes) < 0 || seconds(bytes) > Instant.MAX.getEpochSecond()) {
            throw new IllegalArgumentException("The signature by " + signature + " has no time");
        }
        return Instant.ofEpochSecond(seconds(bytes));
    }

    static byte[] signedMessage(long seconds, byte[] message) {
        byte[] head = Texts.utf8("cosignature/v1\ntime " + seconds + "\n");
        return ByteBuffer.allocate(head.length + message.length).put(head).put(message).array();
    }

    private static long seconds(byte[] signature) {
        return ByteBuffer.wrap(signature).getLong();
    }
}
