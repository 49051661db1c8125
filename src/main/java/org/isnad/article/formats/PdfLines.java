package org.isnad.article.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** The lines of a PDF in the order of its content, each in reading order, and where on the page they stand. */
final class PdfLines extends PDFTextStripper {

    /**
     * A line on a page.
     *
     * @param y
     *            its base line, in points from the top
     * @param size
     *            of its largest letters, in points
     * @param width
     *            in points
     */
    record Line(int page, String text, float y, float size, float width) {}

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<TextPosition> positions = new ArrayList<>();
    private final PdfLimits limits;
    private int length;

    private PdfLines(PdfLimits limits) {
        this.limits = limits;
        setSuppressDuplicateOverlappingText(true);
        addOperator(new CheckedFont(this));
        addOperator(new CheckedState(this));
    }

    static List<Line> of(PDDocument document, PdfLimits limits) throws IOException {
        PdfLines reader = new PdfLines(limits);
        reader.getText(document);
        return reader.lines;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        limits.page(getCurrentPageNo());
        super.processPage(page);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        limits.step();
        limits.depth(getGraphicsStackSize());
        super.processOperator(operator, operands);
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) throws IOException {
        limits.letter();
        super.showGlyph(place, font, code, displacement);
    }

    @Override
    protected void writeString(String word, List<TextPosition> letters) throws IOException {
        length += word.length();
        if (length > Formats.LONGEST_TEXT) {
            throw new TooLargeException();
        }
        text.append(word);
        positions.addAll(letters);
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void endPage(PDPage page) {
        endLine();
    }

    private void endLine() {
        String line = text.toString().strip();
        if (!line.isEmpty() && !positions.isEmpty()) {
            double left = positions.stream().mapToDouble(TextPosition::getXDirAdj).min().orElse(0);
            double right = positions.stream().mapToDouble(letter -> letter.getXDirAdj() + letter.getWidthDirAdj()).max()
                    .orElse(0);
            double size = positions.stream().mapToDouble(TextPosition::getFontSizeInPt).max().orElse(0);
            lines.add(new Line(getCurrentPageNo(), line, positions.get(0).getYDirAdj(), (float) size,
                    (float) (right - left)));
        }
        text.setLength(0);
        positions.clear();
    }
}
