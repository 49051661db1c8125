package org.isnad.article.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** PDFs that take far more memory or time than their size lets one expect, by what makes them so. */
final class HostilePdfs {
    private static final int MEGABYTE = 1024 * 1024;
    private static final String FONT = "<</Type/Font/Subtype/Type1/BaseFont/Courier/FirstChar 0/LastChar 0/Widths[1]>>";

    private HostilePdfs() {}

    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        byte[] large = zeros(150);
        all.put("packed", contents("/FlateDecode", large));
        all.put("packed in hexadecimal", contents("[/ASCIIHexDecode/FlateDecode]", hex(large)));
        all.put("packed in letters", contents("[/A85/Fl]", encoded(COSName.ASCII85_DECODE, large)));
        all.put("packed twice", contents("[/FlateDecode/FlateDecode]", deflated(large)));
        all.put("packed and encrypted", encrypted());
        all.put("packed objects", packedObjects(large));
        all.put("a wide row",
                pdf(page("", ""), stream("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1000000000>>",
                        large)));
        all.put("many small streams", manyStreams());
        all.put("lists in the file", latin1("%PDF-1.5\n1 0 obj[", "[]".repeat(9 * MEGABYTE), "]endobj"));
        all.put("names in the file", latin1("%PDF-1.5\n1 0 obj<<", many(2_000_000, i -> "/" + i + " 1"), ">>endobj"));
        all.put("lists on the page", contents("/FlateDecode", deflated("[]".repeat(7 * MEGABYTE))));
        all.put("numbers on the page", contents("/FlateDecode", deflated("1 ".repeat(7 * MEGABYTE))));
        all.put("states in states", text("q ".repeat(700_000)));
        all.put("letters in a line", text("BT/F 9 Tf(" + "a".repeat(15 * MEGABYTE) + ")Tj ET"));
        all.put("a page again and again", pages());
        all.put("forms in forms", forms());
        all.put("a font's codes", codes("1 beginbfrange <00000000> <7FFFFFFF> <00410041> endbfrange", "a"));
        all.put("widths", pdf(page("/Font<</F 5 0 R>>", ""), stream("", latin1("BT/F 9 Tf(a)Tj ET")), composite()));
        all.put("widths of a state's font",
                pdf(page("/ExtGState<</G 6 0 R>>", ""), stream("", latin1("BT/G gs(a)Tj ET")),
                        composite(), "<</Font[5 0 R 9]>>"));
        return all;
    }

    private static String page(String resources, String more) {
        return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 900]/Contents 4 0 R/Resources<<" + resources + ">>" + more
                + ">>";
    }

    private static String composite() {
        return "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
                + "/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>/W[0 2000000000 500]>>]>>";
    }

    static byte[] codes(String ranges, String text) {
        return pdf(page("/Font<</F 5 0 R>>", ""), stream("", latin1("BT/F 9 Tf 50 500 Td(" + text + ")Tj ET")),
                "<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 6 0 R>>",
                stream("", latin1("1 begincodespacerange <00> <FF> endcodespacerange " + ranges)));
    }

    /** Pages full of letters. */
    static byte[] book(int pages, int lettersPerPage) {
        String all = many(pages, i -> (i + 100) + " 0 R ");
        Object[] objects = new Object[98 + pages];
        Arrays.fill(objects, "null");
        objects[1] = stream("", latin1("BT/F 1 Tf(" + "a".repeat(lettersPerPage) + ")Tj ET"));
        objects[2] = FONT;
        for (int i = 0; i < pages; i++) {
            objects[97 + i] = page("/Font<</F 5 0 R>>", "");
        }
        return pdf("/Pages/Kids[" + all + "]/Count " + pages, objects);
    }

    static byte[] text(String operators) {
        return pdf(page("/Font<</F 5 0 R>>", ""), stream("", latin1(operators)), FONT);
    }

    static byte[] contents(String filter, byte[] packed) {
        return pdf(page("", ""), stream("/Filter" + filter, packed));
    }

    private static byte[] pages() {
        return pdf("/Pages/Kids[" + "3 0 R ".repeat(300_000) + "]/Count 1",
                new Object[]{page("", ""), stream("", latin1("q Q"))});
    }

    private static byte[] forms() {
        Object[] objects = new Object[42];
        objects[0] = page("/XObject<</X 5 0 R>>", "");
        objects[1] = stream("", latin1("/X Do"));
        for (int i = 2; i < objects.length; i++) {
            objects[i] = stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X " + (i + 4) + " 0 R>>>>",
                    latin1("/X Do /X Do"));
        }
        return pdf(objects);
    }

    private static byte[] manyStreams() throws IOException {
        byte[] packed = zeros(15);
        Object[] objects = new Object[12];
        objects[0] = page("", "").replace("4 0 R", "[" + many(11, i -> (i + 4) + " 0 R ") + "]");
        for (int i = 1; i < objects.length; i++) {
            objects[i] = stream("/Filter/FlateDecode", packed);
        }
        return pdf(objects);
    }

    private static byte[] packedObjects(byte[] packed) {
        byte[] objects = latin1("%PDF-1.5\n2 0 obj", stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", packed),
                "endobj\n");
        int at = objects.length;
        byte[] table = latin1("\0\0\0\0\0", "\2\0\0\2\0", "\1\0\0\11\0", "\1", (char) (at >> 16 & 255),
                (char) (at >> 8 & 255),
                (char) (at & 255), "\0");
        return latin1(objects, "3 0 obj", stream("/Type/XRef/Size 4/W[1 3 1]/Root 1 0 R", table), "endobj\nstartxref\n"
                + objects.length + "\n%%EOF");
    }

    private static byte[] encrypted() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            PDStream contents = new PDStream(document);
            try (OutputStream packed = contents.getCOSObject().createRawOutputStream()) {
                packed.write(zeros(150));
            }
            contents.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.setContents(contents);
            document.addPage(page);
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** What is packed once is so many zeros, and small. */
    private static byte[] zeros(int megabytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            byte[] blank = new byte[MEGABYTE];
            for (int i = 0; i < megabytes; i++) {
                packed.write(blank);
            }
        }
        return bytes.toByteArray();
    }

    static byte[] deflated(Object content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new DeflaterOutputStream(bytes)) {
            packed.write(latin1(content));
        }
        return bytes.toByteArray();
    }

    private static byte[] hex(byte[] bytes) throws IOException {
        return encoded(COSName.ASCII_HEX_DECODE, bytes);
    }

    private static byte[] encoded(COSName filter, byte[] bytes) throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (InputStream content = new ByteArrayInputStream(bytes)) {
            FilterFactory.INSTANCE.getFilter(filter).encode(content, encoded, new COSDictionary(), 0);
        }
        return encoded.toByteArray();
    }

    static String many(int number, IntFunction<String> each) {
        return IntStream.range(0, number).mapToObj(each).collect(Collectors.joining());
    }

    private static byte[] stream(String about, byte[] content) {
        return latin1("<<" + about + "/Length " + content.length + ">>stream\n", content, "\nendstream");
    }

    /** @param objects from the third on: the page, then what it asks for */
    static byte[] pdf(Object... objects) {
        return pdf("/Pages/Kids[3 0 R]/Count 1", objects);
    }

    private static byte[] pdf(String pages, Object[] objects) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(latin1("%PDF-1.5\n"));
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.length + 3) + "\n0000000000 65535 f \n");
        for (int i = -2; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(pdf.size()));
            Object object = i == -2 ? "<</Type/Catalog/Pages 2 0 R>>" : i == -1 ? "<</Type" + pages + ">>" : objects[i];
            pdf.writeBytes(latin1((i + 3) + " 0 obj\n", object, "\nendobj\n"));
        }
        int start = pdf.size();
        pdf.writeBytes(latin1(table, "trailer\n<</Size " + (objects.length + 3) + "/Root 1 0 R>>\nstartxref\n" + start
                + "\n%%EOF"));
        return pdf.toByteArray();
    }

    private static byte[] latin1(Object... pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object piece : pieces) {
            bytes.writeBytes(
                    piece instanceof byte[] raw ? raw : piece.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }
}
