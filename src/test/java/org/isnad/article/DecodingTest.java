package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class DecodingTest {
    private static final String ARABIC = "قال رئيس البلدية إن مخزون المستشفى «يكفي ثلاثة أيام»، وأغلق الباب.";
    private static final String FRENCH = "Le maire a déclaré que l’été serait très sec à Nîmes, où rien n’est prévu.";

    @Test
    void readsWhatTheByteOrderMarkSays() {
        assertThat(Decoding.decode(with(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF))).isEqualTo(ARABIC);
        assertThat(Decoding.decode(with(StandardCharsets.UTF_16LE, 0xFF, 0xFE))).isEqualTo(ARABIC);
        assertThat(Decoding.decode(with(StandardCharsets.UTF_16BE, 0xFE, 0xFF))).isEqualTo(ARABIC);
    }

    @Test
    void takesBytesForUtf8WhenTheyAre() {
        assertThat(Decoding.decode(ARABIC.getBytes(StandardCharsets.UTF_8))).isEqualTo(ARABIC);
        assertThat(Decoding.decode(FRENCH.getBytes(StandardCharsets.UTF_8))).isEqualTo(FRENCH);
    }

    @Test
    void tellsOldArabicFromOldFrench() {
        assertThat(Decoding.decode(ARABIC.getBytes(Charset.forName("windows-1256")))).isEqualTo(ARABIC);
        assertThat(Decoding.decode(FRENCH.getBytes(Charset.forName("windows-1252")))).isEqualTo(FRENCH);
    }

    @Test
    void believesAPageThatDeclaresItsCharset() {
        String page = "<html><head><meta charset=\"windows-1256\"></head><body>%s</body></html>".formatted(ARABIC);
        assertThat(Decoding.decode(page.getBytes(Charset.forName("windows-1256")))).contains(ARABIC);
        String old = "<meta http-equiv=Content-Type content=\"text/html; charset=ISO-8859-1\">" + FRENCH;
        assertThat(Decoding.decode(old.getBytes(Charset.forName("windows-1252")))).contains(FRENCH);
    }

    @Test
    void doesNotBelieveAWrongDeclaration() {
        String page = "<meta charset=utf-8>" + ARABIC;
        assertThat(Decoding.decode(page.getBytes(Charset.forName("windows-1256")))).contains(ARABIC);
        String unknown = "<meta charset=klingon-8>" + ARABIC;
        assertThat(Decoding.decode(unknown.getBytes(StandardCharsets.UTF_8))).contains(ARABIC);
    }

    @Test
    void believesTheServerAboutOldTextAndNotAboutUtf8() {
        byte[] persian = "گزارش تازه".getBytes(Charset.forName("windows-1256"));
        assertThat(Decoding.decode(persian, "windows-1256"))
                .isEqualTo(new String(persian, Charset.forName("windows-1256")));
        for (String wrong : new String[]{"windows-1256", "ISO-8859-1", "koi8-r", "no such charset", "", "UTF-16"}) {
            assertThat(Decoding.decode(ARABIC.getBytes(StandardCharsets.UTF_8), wrong)).as(wrong).isEqualTo(ARABIC);
        }
    }

    @Test
    void latin1ThatAServerSaysOfEverythingDoesNotHideArabic() {
        assertThat(Decoding.decode(ARABIC.getBytes(Charset.forName("windows-1256")), "ISO-8859-1")).isEqualTo(ARABIC);
        assertThat(Decoding.decode(FRENCH.getBytes(Charset.forName("windows-1252")), "ISO-8859-1")).isEqualTo(FRENCH);
        assertThat(Decoding.decode(ARABIC.getBytes(Charset.forName("windows-1256")), "utf-8")).isEqualTo(ARABIC);
    }

    @Test
    void knowsUtf16ThatLostItsMark() {
        for (String text : new String[]{ARABIC, FRENCH, "<html lang=ar><p>" + ARABIC}) {
            assertThat(Decoding.decode(text.getBytes(StandardCharsets.UTF_16LE), "utf-8")).isEqualTo(text);
            assertThat(Decoding.decode(text.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(text);
        }
    }

    private static byte[] with(Charset charset, int... mark) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b : mark) {
            bytes.write(b);
        }
        bytes.writeBytes(ARABIC.getBytes(charset));
        return bytes.toByteArray();
    }
}
