package org.isnad.article.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/**
 * PDFs as programs write them: each letter where it is seen, from left to right. No font has to be at hand, because a PDF can say
 * itself which characters its codes mean.
 */
public final class Pdfs {
    private static final float SIZE = 12;
    /** Of a letter of Courier in that size. */
    private static final float WIDTH = 7.2f;
    private final PDDocument document = new PDDocument();
    private final List<Integer> codes = new ArrayList<>();
    private final COSDictionary font = new COSDictionary();
    private boolean blanks = true;

    /** Lines of a page with a base line each; a blank one makes the gap between paragraphs. */
    public Pdfs page(String... lines) {
        PDPage page = new PDPage(PDRectangle.A4);
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isEmpty()) {
                continue;
            }
            String visual = visual(lines[i]);
            float left = lines[i].equals(visual) ? 50 : 545 - 6 * visual.codePointCount(0, visual.length());
            if (blanks) {
                write(visual, left, 780 - 16 * i, content);
            } else {
                for (int from = 0; from < visual.length(); from = visual.indexOf(' ', from) + 1) {
                    int to = visual.indexOf(' ', from) < 0 ? visual.length() : visual.indexOf(' ', from);
                    write(visual.substring(from, to), left + WIDTH * from, 780 - 16 * i, content);
                    if (to == visual.length()) {
                        break;
                    }
                }
            }
        }
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F"), font);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        page.getCOSObject().setItem(COSName.RESOURCES, resources);
        page.getCOSObject().setItem(COSName.CONTENTS, stream(content.toString()));
        document.addPage(page);
        return this;
    }

    /** From now on words stand apart, without a letter between them. */
    Pdfs withoutBlanks() {
        blanks = false;
        return this;
    }

    private void write(String letters, float left, float y, StringBuilder content) {
        content.append("BT /F %s Tf 1 0 0 1 %s %s Tm <".formatted(SIZE, left, y));
        letters.codePoints().forEach(c -> content.append("%02X".formatted(code(c))));
        content.append("> Tj ET\n");
    }

    public Pdfs about(String title, String author) {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setAuthor(author);
        return this;
    }

    Pdfs withPassword(String password) {
        try {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE1);
        font.setItem(COSName.BASE_FONT, COSName.getPDFName("Courier"));
        font.setItem(COSName.TO_UNICODE, stream(characterMap()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (document) {
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private COSStream stream(String content) {
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stream.getCOSObject();
    }

    private int code(int character) {
        if (!codes.contains(character)) {
            codes.add(character);
        }
        return codes.indexOf(character) + 33;
    }

    private String characterMap() {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin 12 dict begin begincmap
                /CMapName /T def /CMapType 2 def
                1 begincodespacerange <00> <FF> endcodespacerange
                %d beginbfchar
                """.formatted(codes.size()));
        for (int i = 0; i < codes.size(); i++) {
            map.append("<%02X> <%04X>\n".formatted(i + 33, codes.get(i)));
        }
        return map.append("endbfchar endcmap end end").toString();
    }

    /** As it is seen from left to right; brackets are written down as they were typed, as Chromium does. */
    private static String visual(String line) {
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        Integer[] runs = new Integer[bidi.getRunCount()];
        byte[] levels = new byte[runs.length];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = i;
            levels[i] = (byte) bidi.getRunLevel(i);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        StringBuilder visual = new StringBuilder();
        for (Integer run : runs) {
            StringBuilder piece = new StringBuilder(line.substring(bidi.getRunStart(run), bidi.getRunLimit(run)));
            visual.append(bidi.getRunLevel(run) % 2 == 1 ? piece.reverse() : piece);
        }
        return visual.toString();
    }
}
