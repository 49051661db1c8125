package org.isnad.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text: by byte order mark; as UTF-16 or UTF-8 where they can hardly be anything else; by what the server, then
 * what an HTML page declares; else as Arabic (windows-1256) or Western European (windows-1252) text of old, whichever the letters
 * look like.
 */
public final class Decoding {
    private static final Charset ARABIC = Charset.forName("windows-1256");
    private static final Charset WESTERN = Charset.forName("windows-1252");
    // The HTML standard looks for it in the first 1,024 bytes.
    private static final int PRESCAN = 1024;
    private static final int LOOK_AHEAD = 4096;
    private static final Pattern DECLARED = Pattern.compile("<meta[^>]*charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)",
            Pattern.CASE_INSENSITIVE);

    private Decoding() {}

    public static String decode(byte[] bytes) {
        return decode(bytes, null);
    }

    /** @param told the charset that whoever sent the bytes declared; null when nobody did */
    public static String decode(byte[] bytes, @Nullable String told) {
        return byMark(bytes).or(() -> withoutMark(bytes)).or(() -> unmistakable(bytes))
                .or(() -> known(told).flatMap(charset -> strictly(bytes, 0, charset)))
                .or(() -> declared(bytes).flatMap(charset -> strictly(bytes, 0, charset)))
                .or(() -> strictly(bytes, 0, StandardCharsets.UTF_8)).orElseGet(() -> ofOld(bytes));
    }

    /** Letters beyond ASCII that are UTF-8 without fault are meant so, whatever is declared: no other encoding looks like it. */
    private static Optional<String> unmistakable(byte[] bytes) {
        boolean beyondAscii = false;
        for (byte b : bytes) {
            beyondAscii |= b < 0;
        }
        return beyondAscii ? strictly(bytes, 0, StandardCharsets.UTF_8) : Optional.empty();
    }

    /** UTF-16 whose mark was lost: in every other byte stands zero, or the number of the Arabic block, and hardly ever in the rest. */
    private static Optional<String> withoutMark(byte[] bytes) {
        int length = Math.min(bytes.length, LOOK_AHEAD) & ~1;
        int[] high = new int[2];
        for (int i = 0; i < length; i++) {
            high[i & 1] += bytes[i] == 0 || bytes[i] == 6 ? 1 : 0;
        }
        if (length < 8 || bytes.length % 2 != 0) {
            return Optional.empty();
        }
        int pairs = length / 2;
        if (high[0] > pairs * 0.9 && high[1] < pairs * 0.1) {
            return strictly(bytes, 0, StandardCharsets.UTF_16BE);
        }
        return high[1] > pairs * 0.9 && high[0] < pairs * 0.1
                ? strictly(bytes, 0, StandardCharsets.UTF_16LE)
                : Optional.empty();
    }

    private static Optional<String> byMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strictly(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strictly(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return startsWith(bytes, 0xFF, 0xFE) ? strictly(bytes, 2, StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, PRESCAN), StandardCharsets.ISO_8859_1);
        Matcher meta = DECLARED.matcher(head);
        return meta.find() ? known(meta.group(1)) : Optional.empty();
    }

    private static Optional<Charset> known(@Nullable String label) {
        try {
            // Servers say Latin-1 of everything that they know nothing about; what of it is true, the letters show.
            return Optional.ofNullable(label).map(name -> asMeant(Charset.forName(name)))
                    .filter(charset -> !charset.equals(WESTERN));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // A page that names no charset we know is read as if it named none.
            return Optional.empty();
        }
    }

    /** As the WHATWG Encoding Standard reads labels: Latin-1 means windows-1252, and a page with a readable meta is not UTF-16. */
    private static Charset asMeant(Charset declared) {
        if (declared.equals(StandardCharsets.ISO_8859_1) || declared.equals(StandardCharsets.US_ASCII)) {
            return WESTERN;
        }
        return declared.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : declared;
    }

    private static Optional<String> strictly(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Arabic words are runs of high bytes; in French or German text a high byte stands alone among plain letters. */
    private static String ofOld(byte[] bytes) {
        String arabic = new String(bytes, ARABIC);
        int inRuns = 0;
        int alone = 0;
        for (int i = 0; i < arabic.length(); i++) {
            if (isHighLetter(arabic, i)) {
                if (isArabic(arabic, i) && (isArabic(arabic, i - 1) || isArabic(arabic, i + 1))) {
                    inRuns++;
                } else {
                    alone++;
                }
            }
        }
        return inRuns > alone ? arabic : new String(bytes, WESTERN);
    }

    private static boolean isHighLetter(String text, int i) {
        return text.charAt(i) > 0x7F && Character.isLetter(text.charAt(i));
    }

    private static boolean isArabic(String text, int i) {
        return i >= 0 && i < text.length()
                && Character.UnicodeScript.of(text.charAt(i)) == Character.UnicodeScript.ARABIC;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
