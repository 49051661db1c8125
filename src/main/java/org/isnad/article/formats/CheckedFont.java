package org.isnad.article.formats;

import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/**
 * Takes up a font only when it has no more widths than there can be characters in it: PDFBox would fill a table with all that a
 * damaged one announces. How its letters look, which the file may bring along, is not looked at.
 */
final class CheckedFont extends SetFontAndSize {
    private static final int MOST_CHARACTERS = 0x10000;

    private static final List<COSName> LETTERS = List.of(COSName.FONT_FILE, COSName.FONT_FILE2, COSName.FONT_FILE3);

    CheckedFont(PDFStreamEngine context) {
        super(context);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
        if (!operands.isEmpty() && operands.get(0) instanceof COSName name) {
            COSDictionary fonts = getContext().getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            check(fonts == null ? null : fonts.getCOSDictionary(name));
        }
        super.process(operator, operands);
    }

    static void check(@Nullable COSDictionary font) throws IOException {
        COSArray descendants = font == null ? null : font.getCOSArray(COSName.DESCENDANT_FONTS);
        if (descendants != null && descendants.size() > 0
                && descendants.getObject(0) instanceof COSDictionary descendant) {
            check(descendant.getCOSArray(COSName.W), 1);
            check(descendant.getCOSArray(COSName.W2), 3);
            leaveOutLetters(descendant);
        }
        leaveOutLetters(font);
    }

    /** Where one table is said to lie in another's place, a small file of letters becomes a large one in memory. */
    private static void leaveOutLetters(@Nullable COSDictionary font) {
        COSDictionary about = font == null ? null : font.getCOSDictionary(COSName.FONT_DESC);
        if (about != null) {
            LETTERS.forEach(about::removeItem);
        }
    }

    /** Of «first [width …]» and «first last width» (ISO 32000, 9.7.4.3) only the latter can announce more than it brings. */
    private static void check(@Nullable COSArray widths, int numbersPerWidth) throws IOException {
        long announced = 0;
        int at = 0;
        while (widths != null && at + 1 < widths.size()) {
            if (widths.getObject(at + 1) instanceof COSArray) {
                at += 2;
                continue;
            }
            if (widths.getObject(at) instanceof COSNumber first && widths.getObject(at + 1) instanceof COSNumber last) {
                announced += Math.max(0L, (long) last.intValue() - first.intValue());
                if (last.intValue() < 0 || first.intValue() < 0 || announced > MOST_CHARACTERS) {
                    throw new IOException("a font announces too many widths");
                }
            }
            at += 2 + numbersPerWidth;
        }
    }
}
