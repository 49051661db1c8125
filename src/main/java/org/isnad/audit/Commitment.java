package org.isnad.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.FieldChange;

/**
 * One changed field as the event commits to it: SHA-256(salt ‖ payload). The hash alone tells nothing, since nobody can guess a
 * salt of 32 random bytes; salt and payload together open it. The field's name is inside the event's bytes, beside the hash.
 *
 * @param payload
 *            the canonical JSON of {@code {"after":…,"before":…}}
 */
record Commitment(String field, byte[] salt, byte[] payload) {
    static final int SALT_BYTES = 32;

    Commitment {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("A salt has " + SALT_BYTES + " bytes, not " + salt.length);
        }
        salt = salt.clone();
        payload = payload.clone();
    }

    static Commitment to(FieldChange change, byte[] salt) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("before", change.before());
        values.put("after", change.after());
        try {
            return new Commitment(change.field(), salt, CanonicalJson.of(values));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Field " + change.field() + " of an event: " + e.getMessage(), e);
        }
    }

    /** In lower-case hexadecimal, as it stands in the event. */
    String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return HexFormat.of().formatHex(sha256.digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Commitment that && field.equals(that.field) && Arrays.equals(salt, that.salt)
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }

    @Override
    public String toString() {
        return field + "=" + hash();
    }
}
