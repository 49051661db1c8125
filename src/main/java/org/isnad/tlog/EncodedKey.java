package org.isnad.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as Go's note package writes it: {@code NAME+HEXID+BASE64(algorithm ‖ key)}, a private one after {@code PRIVATE+KEY+}.
 *
 * @param keyId
 *            as written; that of a private key is its public key's
 * @param key
 *            the 32 bytes of RFC 8032: the public key, or the seed of a private one
 */
record EncodedKey(String name, int keyId, int algorithm, byte[] key) {
    /** Signature types of C2SP signed-note. */
    static final int ED25519 = 1;
    static final int COSIGNATURE_V1 = 4;

    private static final String PRIVATE = "PRIVATE+KEY+";
    // Not greedy in its name, which has no plus sign; base64 may have some.
    private static final Pattern FORM = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

    static EncodedKey ofPublic(String name, int algorithm, byte[] key) {
        Texts.requireKeyName(name);
        return new EncodedKey(name, id(name, algorithm, key), algorithm, key);
    }

    static EncodedKey parsePublic(String text) {
        EncodedKey key = parse(text, "verifier key");
        if (key.keyId != id(key.name, key.algorithm, key.key)) {
            throw new IllegalArgumentException("The verifier key of " + key.name + " is damaged: its id does not fit");
        }
        return key;
    }

    /** Does not check the id, for which the public key is needed; never shows the text in a message. */
    static EncodedKey parsePrivate(String text) {
        if (!text.startsWith(PRIVATE)) {
            throw new IllegalArgumentException("Not a private key: it does not begin with " + PRIVATE);
        }
        return parse(text.substring(PRIVATE.length()), "private key");
    }

    String encoded() {
        byte[] algorithmAndKey = ByteBuffer.allocate(1 + key.length).put((byte) algorithm).put(key).array();
        return name + "+" + HexFormat.of().toHexDigits(keyId) + "+"
                + Base64.getEncoder().encodeToString(algorithmAndKey);
    }

    String encodedPrivate() {
        return PRIVATE + encoded();
    }

    private static EncodedKey parse(String text, String what) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("Not a " + what + ": it is not of the form NAME+ID+KEY");
        }
        Texts.requireKeyName(form.group(1));
        byte[] algorithmAndKey;
        try {
            algorithmAndKey = Texts.base64(form.group(3));
        } catch (IllegalArgumentException e) {
            // Without the cause, which shows the key.
            throw new IllegalArgumentException("The " + what + " of " + form.group(1) + " is not base64");
        }
        if (algorithmAndKey.length != 1 + Hash.BYTES) {
            throw new IllegalArgumentException("The " + what + " of " + form.group(1) + " has the wrong length");
        }
        return new EncodedKey(form.group(1), HexFormat.fromHexDigits(form.group(2)), algorithmAndKey[0] & 0xff,
                Arrays.copyOfRange(algorithmAndKey, 1, algorithmAndKey.length));
    }

    private static int id(String name, int algorithm, byte[] key) {
        Hash hash = Hash.sha256(Texts.utf8(name), new byte[]{'\n', (byte) algorithm}, key);
        return ByteBuffer.wrap(hash.bytes()).getInt();
    }
}
