package org.isnad.verdict;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import org.jspecify.annotations.Nullable;

/**
 * The rating scale as an operator writes it: {@code config/rating-scale.json}. Whoever changes it raises its version; what was
 * given under an earlier version stays readable as it was.
 *
 * @param sha256
 *            of the meaning, not of the spelling: two files that say the same have the same
 */
record ScaleFile(int version, List<Value> values, String sha256) {

    /** One value; {@code claimReview} is null where no number between 1 and 5 is honest. */
    record Value(String code, String tone, @Nullable Integer claimReview, String labelEn, String labelAr,
            boolean retired) {
        Map<String, Object> describe() {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("code", code);
            said.put("tone", tone);
            if (claimReview != null) {
                said.put("claimReview", claimReview);
            }
            said.put("en", labelEn);
            said.put("ar", labelAr);
            said.put("retired", retired);
            return said;
        }
    }

    /** Reads the file's text; {@link IllegalArgumentException} says what to mend. */
    static ScaleFile parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject root = reader.readObject();
            List<Value> values = root.getJsonArray("ratings").getValuesAs(JsonObject.class).stream()
                    .map(ScaleFile::value)
                    .toList();
            check(root.getInt("version"), values);
            return new ScaleFile(root.getInt("version"), values, hash(values));
        } catch (JsonException | NullPointerException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "The rating scale is not readable: it needs \"version\" and \"ratings\", each"
                            + " rating with code, tone (r0 to r5), claimReview (1 to 5 or null) and label en and ar. "
                            + e.getMessage(),
                    e);
        }
    }

    private static Value value(JsonObject value) {
        JsonObject label = value.getJsonObject("label");
        boolean numbered = value.get("claimReview") != null && value.get("claimReview") != JsonValue.NULL;
        return new Value(value.getString("code"), value.getString("tone"),
                numbered ? value.getInt("claimReview") : null,
                label.getString("en"), label.getString("ar"), value.getBoolean("retired", false));
    }

    private static void check(int version, List<Value> values) {
        Set<String> codes = new HashSet<>();
        for (Value value : values) {
            if (!value.code().matches("[a-z][a-z-]{1,30}") || !codes.add(value.code())) {
                throw new IllegalArgumentException(
                        "Rating code \"" + value.code() + "\" must be lower-case letters and hyphens, and stand once.");
            }
            if (!value.tone().matches("r[0-5]")) {
                throw new IllegalArgumentException("Rating \"" + value.code() + "\": tone must be r0 to r5.");
            }
            Integer number = value.claimReview();
            if (number != null && (number < 1 || number > 5)) {
                throw new IllegalArgumentException(
                        "Rating \"" + value.code() + "\": claimReview must be 1 to 5 or null.");
            }
            if (value.labelEn().isBlank() || value.labelAr().isBlank()) {
                throw new IllegalArgumentException(
                        "Rating \"" + value.code() + "\" needs a label in English and in Arabic.");
            }
        }
        if (version < 1 || values.stream().filter(value -> !value.retired()).count() < 2) {
            throw new IllegalArgumentException(
                    "A rating scale has a version from 1 on and at least two values in use.");
        }
    }

    private static String hash(List<Value> values) {
        try {
            String meaning = values.stream().map(value -> new TreeMap<>(value.describe()).toString()).toList()
                    .toString();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(meaning.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
