package org.isnad.article.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

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
    private int length;

    private PdfLines() {
        setSuppressDuplicateOverlappingText(true);
        addOperator(new CheckedFont(this));
    }

    static List<Line> of(PDDocument document) throws IOException {
        PdfLines reader = new PdfLines();
        reader.getText(document);
        return reader.lines;
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
