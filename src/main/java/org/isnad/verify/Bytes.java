package org.isnad.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.isnad.tlog.Hash;

/** Bytes as text and back, each with one spelling. */
final class Bytes {
    private Bytes() {}

    /**
     * @throws IllegalArgumentException
     *             when it is not UTF-8; replacing what is wrong would hide a change
     */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }

    /**
     * @throws IllegalArgumentException
     *             when they are not 32 bytes in lower-case hexadecimal
     */
    static byte[] hash(String hex) {
        if (hex.length() != 2 * Hash.BYTES
                || !hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw new IllegalArgumentException("not " + 2 * Hash.BYTES + " lower-case hexadecimal digits");
        }
        return HexFormat.of().parseHex(hex);
    }

    /**
     * A whole number without leading zeros.
     *
     * @throws IllegalArgumentException
     *             when it is none, or has more than 18 digits
     */
    static long number(String decimal) {
        if (!decimal.matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("not a number: " + shortened(decimal));
        }
        return Long.parseLong(decimal);
    }

    /**
     * What stands between the first spaces, the rest unparted.
     *
     * @throws IllegalArgumentException
     *             when there are fewer parts
     */
    static List<byte[]> parts(byte[] line, int count) {
        List<byte[]> parts = new ArrayList<>(count);
        int from = 0;
        for (int part = 1; part < count; part++) {
            int space = from;
            while (space < line.length && line[space] != ' ') {
                space++;
            }
            if (space == line.length) {
                throw new IllegalArgumentException("fewer than " + count + " parts");
            }
            parts.add(Arrays.copyOfRange(line, from, space));
            from = space + 1;
        }
        parts.add(Arrays.copyOfRange(line, from, line.length));
        return parts;
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** What an exception says, for the details of a finding. */
    static String reason(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
