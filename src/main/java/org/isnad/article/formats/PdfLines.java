package org.isnad.article.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

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
    private final List<Piece> pieces = new ArrayList<>();
    private final List<TextPosition> positions = new ArrayList<>();
    private final PdfLimits limits;
    private int length;

    /**
     * What stands between two gaps, in reading order by itself.
     *
     * @param left
     *            where it begins on the page, seen from the left
     * @param open
     *            whether its rightmost letter is said to have no width, so that the gap behind it is the letter's
     */
    private record Piece(String text, float left, boolean open) {
        boolean isRightToLeft() {
            return strength() > 0;
        }

        /** How many more letters run to the left than to the right. */
        int strength() {
            return text.codePoints().map(c -> switch (Character.getDirectionality(c)) {
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> 1;
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> -1;
                default -> 0;
            }).sum();
        }
    }

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
        TextPosition last = letters.stream().max(Comparator.comparingDouble(TextPosition::getXDirAdj)).orElse(null);
        pieces.add(new Piece(word, (float) letters.stream().mapToDouble(TextPosition::getXDirAdj).min().orElse(0),
                last != null && last.getWidthDirAdj() == 0));
        positions.addAll(letters);
    }

    @Override
    protected void writeWordSeparator() {
        // Pieces are joined when the line is whole: only then is it known which of them is read first.
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
        String line = inReadingOrder().strip();
        if (!line.isEmpty() && !positions.isEmpty()) {
            double left = positions.stream().mapToDouble(TextPosition::getXDirAdj).min().orElse(0);
            double right = positions.stream().mapToDouble(letter -> letter.getXDirAdj() + letter.getWidthDirAdj()).max()
                    .orElse(0);
            double size = positions.stream().mapToDouble(TextPosition::getFontSizeInPt).max().orElse(0);
            lines.add(new Line(getCurrentPageNo(), line, positions.get(0).getYDirAdj(), (float) size,
                    (float) (right - left)));
        }
        pieces.clear();
        positions.clear();
    }

    /** PDFBox puts each piece into reading order, and leaves the pieces as they stand on the page, from the left. */
    private String inReadingOrder() {
        boolean fromTheRight = pieces.size() > 1 && pieces.stream().mapToInt(Piece::strength).sum() > 0
                && pieces.get(0).left() < pieces.get(pieces.size() - 1).left();
        if (!fromTheRight) {
            return pieces.stream().map(Piece::text).collect(Collectors.joining(" "));
        }
        StringBuilder line = new StringBuilder();
        int at = pieces.size() - 1;
        while (at >= 0) {
            int first = at;
            // Words in Latin letters, and numbers beside them, keep their own order.
            while (!pieces.get(at).isRightToLeft() && first > 0 && !pieces.get(first - 1).isRightToLeft()) {
                first--;
            }
            for (int i = first; i <= at; i++) {
                line.append(pieces.get(i).text()).append(i < at ? " " : "");
            }
            at = first - 1;
            line.append(at >= 0 && !pieces.get(at).open() ? " " : "");
        }
        return line.toString();
    }
}
