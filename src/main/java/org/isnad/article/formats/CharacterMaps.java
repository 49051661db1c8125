package org.isnad.article.formats;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a font's codes mean (ISO 32000, 9.10.3). A range of codes can stand for two thousand million characters in a line, and PDFBox
 * keeps each of them. So ranges are spelled out here, as far as {@link PdfLimits} allow, before it gets to see them.
 */
final class CharacterMaps {
    private static final String BEGIN = "beginbfrange";
    private static final String END = "endbfrange";
    private static final String HEX = "<([0-9A-Fa-f\\s]{0,1024})>\\s{0,99}";
    private static final Pattern RANGE = Pattern.compile(HEX + HEX + "(?:" + HEX + "|\\[([^\\]]*)])");
    private static final Pattern MEANING = Pattern.compile(HEX);
    private static final int LONGEST_CODE = 4;
    private static final int USUAL_MEANING = 16;

    private CharacterMaps() {}

    static byte[] spelledOut(byte[] bytes, PdfLimits limits) throws TooLargeException {
        String map = new String(bytes, StandardCharsets.ISO_8859_1);
        int begin = map.indexOf(BEGIN);
        if (begin < 0) {
            return bytes;
        }
        StringBuilder spelled = new StringBuilder();
        int done = 0;
        for (; begin >= 0; begin = map.indexOf(BEGIN, done)) {
            int end = map.indexOf(END, begin);
            spelled.append(map, done, begin).append(' ');
            spell(map.substring(begin + BEGIN.length(), end < 0 ? map.length() : end), spelled, limits);
            done = end < 0 ? map.length() : end + END.length();
        }
        return spelled.append(' ').append(map, done, map.length()).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void spell(String ranges, StringBuilder spelled, PdfLimits limits) throws TooLargeException {
        spelled.append(Integer.MAX_VALUE).append(" beginbfchar\n");
        for (Matcher range = RANGE.matcher(ranges); range.find();) {
            byte[] code = bytes(range.group(1));
            byte[] last = bytes(range.group(2));
            if (code.length == 0 || code.length > LONGEST_CODE || last.length != code.length) {
                continue;
            }
            long codes = 1 + number(last) - number(code);
            if (range.group(3) != null) {
                byte[] meaning = bytes(range.group(3));
                limits.mappings(Math.max(0, codes) * (1 + meaning.length / USUAL_MEANING));
                for (long i = 0; i < codes && meaning.length > 0; i++) {
                    line(spelled, code, meaning);
                    increment(code);
                    increment(meaning);
                }
            } else {
                Matcher meaning = MEANING.matcher(range.group(4));
                for (long i = 0; i < codes && meaning.find(); i++) {
                    line(spelled, code, bytes(meaning.group(1)));
                    increment(code);
                }
            }
        }
        spelled.append(" endbfchar\n");
    }

    private static void line(StringBuilder spelled, byte[] code, byte[] meaning) {
        HexFormat hex = HexFormat.of();
        spelled.append('<').append(hex.formatHex(code)).append("> <").append(hex.formatHex(meaning)).append(">\n");
    }

    /** As readers of PDF do, a digit that is missing at the end is a zero. */
    private static byte[] bytes(String hex) {
        String digits = hex.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits + "0");
    }

    private static long number(byte[] bytes) {
        long number = 0;
        for (byte each : bytes) {
            number = number << 8 | each & 0xFF;
        }
        return number;
    }

    private static void increment(byte[] bytes) {
        for (int i = bytes.length - 1; i >= 0 && ++bytes[i] == 0; i--) {
            // Carried to the byte before it.
        }
    }
}
