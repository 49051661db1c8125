package org.isnad.article.formats;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.isnad.article.formats.PdfLines.Line;

/**
 * Puts the lines of a PDF together to paragraphs. A PDF knows neither; a paragraph ends where the type or the distance between
 * lines changes, and after a sentence whose last line is short.
 */
final class PdfParagraphs {
    private static final float SAME_SIZE = 0.1f;
    private static final float WIDER_GAP = 1.3f;
    private static final float SHORT_LINE = 0.85f;
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?؟۔…:»”\"]\\s*$");
    /** Characters that are turned around in a text from right to left. */
    private static final Map<Character, Character> MIRRORED = Map.of('«', '»', '(', ')', '[', ']', '{', '}', '‹', '›');

    private final List<Line> lines;
    private final float usualGap;
    private final float fullWidth;

    private PdfParagraphs(List<Line> lines) {
        this.lines = lines;
        this.usualGap = usualGap(lines);
        this.fullWidth = (float) lines.stream().mapToDouble(Line::width).max().orElse(0);
    }

    static String of(List<Line> lines) {
        return new PdfParagraphs(lines).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        StringBuilder paragraph = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 && isNewParagraph(lines.get(i - 1), lines.get(i))) {
                text.append(mirrored(paragraph.toString())).append("\n\n");
                paragraph.setLength(0);
            }
            paragraph.append(paragraph.length() == 0 ? "" : " ").append(lines.get(i).text());
        }
        return text.append(mirrored(paragraph.toString())).toString();
    }

    private boolean isNewParagraph(Line above, Line below) {
        if (Math.abs(above.size() - below.size()) > SAME_SIZE * above.size()) {
            return true;
        }
        boolean sentenceEnds = END_OF_SENTENCE.matcher(above.text()).find();
        float gap = below.y() - above.y();
        if (above.page() != below.page() || gap <= 0) {
            return sentenceEnds;
        }
        return gap > WIDER_GAP * usualGap || sentenceEnds && above.width() < SHORT_LINE * fullWidth;
    }

    /** The first quartile of the distances between lines: where paragraphs are short, most lie between paragraphs. */
    private static float usualGap(List<Line> lines) {
        List<Float> gaps = IntStream.range(1, lines.size())
                .filter(i -> lines.get(i - 1).page() == lines.get(i).page())
                .mapToObj(i -> lines.get(i).y() - lines.get(i - 1).y()).filter(gap -> gap > 0).sorted()
                .toList();
        return gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 4);
    }

    /**
     * PDFBox turns brackets around in words from right to left, as they are turned on the page. Some programs write down what was
     * typed and others what is seen; where brackets close before they open, it was the former.
     */
    private static String mirrored(String paragraph) {
        String mirrored = paragraph;
        for (Map.Entry<Character, Character> pair : MIRRORED.entrySet()) {
            char open = pair.getKey();
            char close = pair.getValue();
            String only = mirrored.replaceAll("[^" + Pattern.quote("" + open + close) + "]", "");
            if (only.matches("(?:" + Pattern.quote("" + close + open) + ")+")) {
                mirrored = swapped(mirrored, open, close);
            }
        }
        return mirrored;
    }

    private static String swapped(String text, char one, char other) {
        return text.chars().map(c -> c == one ? other : c == other ? one : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
