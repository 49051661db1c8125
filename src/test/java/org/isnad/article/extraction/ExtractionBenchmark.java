package org.isnad.article.extraction;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Measures the extraction on real pages beside Readability4J alone and the block classifier alone, and prints the tables of
 * docs/extraction.md. The command is there too.
 */
public final class ExtractionBenchmark {
    /** Pages whose mistakes were looked at when the rules were made; the others tell more. */
    static final Set<String> LOOKED_AT = Set.of("0001", "0006", "0007", "0009", "0010", "0011", "0018", "0020", "0022",
            "0031", "0032", "0033", "0034", "0035", "0036", "0039", "0043", "0045", "0046", "0047");

    private ExtractionBenchmark() {}

    record Row(GoldPage page, Score ours, Score readability, Score blocks, boolean title, boolean byline,
            boolean published, boolean readabilityTitle, boolean readabilityByline) {}

    /**
     * Without {@code -Disnad.pages=DIR} measures the pages of the data folder, else those below DIR: a folder for each, with
     * {@code source.html} and {@code expected.html}, as readers' own tests have them.
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String pages = System.getProperty("isnad.pages");
        if (pages == null) {
            printGold(out);
        } else {
            FolderPage.print(out, FolderPage.below(Path.of(pages)));
        }
    }

    private static void printGold(PrintStream out) {
        List<Row> rows = new ArrayList<>();
        GoldPage.all().stream().filter(page -> !page.text().isEmpty()).forEach(page -> rows.add(row(page)));
        List<Row> english = rows.stream().filter(row -> !row.page().isArabic()).toList();
        out.println("| pages | | mean F1 | lowest F1 | precision | recall | title | author | date |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        print(out, "all " + english.size() + " of WCXB", english, row -> true);
        print(out, "looked at", english, row -> LOOKED_AT.contains(row.page().name()));
        print(out, "never looked at", english, row -> !LOOKED_AT.contains(row.page().name()));
        print(out, "Arabic", rows, row -> row.page().isArabic());
        out.println();
        out.println("| page | this extraction | Readability4J | blocks alone | title | author | date |");
        out.println("|---|---|---|---|---|---|---|");
        rows.forEach(row -> out.println("| " + row.page().name() + " | " + number(row.ours().f1()) + " | "
                + number(row.readability().f1()) + " | " + number(row.blocks().f1()) + " | " + mark(row.title()) + " | "
                + mark(row.byline()) + " | " + mark(row.published()) + " |"));
        printCopied(out, rows.stream().map(Row::page).toList());
        GoldPage.all().stream().filter(page -> !page.with().isEmpty() && page.isArabic())
                .forEach(page -> printSegments(out, page));
    }

    static Row row(GoldPage page) {
        Extraction ours = Extractor.html(page.html(), page.address(), null);
        Article readability = new Readability4J(page.address(), page.html()).parse();
        return new Row(page, Score.of(page.text(), ours.text()), Score.of(page.text(), text(readability)),
                Score.of(page.text(), blocksAlone(page.html())), Score.sameTitle(page.title(), ours.title()),
                Score.sameNames(page.author(), ours.byline()), Objects.equals(page.published(), ours.publishedOn()),
                Score.sameTitle(page.title(), readability.getTitle()),
                Score.sameNames(page.author(), readability.getByline()));
    }

    /** What one gets, nearly, who marks all of each page and copies it. */
    private static void printCopied(PrintStream out, List<GoldPage> pages) {
        out.println();
        printCopied(out, "copied as text, all " + pages.size(), pages);
        printCopied(out, "copied, looked at", pages.stream().filter(ExtractionBenchmark::lookedAtAsText).toList());
        printCopied(out, "copied, only measured",
                pages.stream().filter(page -> !lookedAtAsText(page)).toList());
    }

    /** Pages with an odd number, and one of the Arabic ones. */
    private static boolean lookedAtAsText(GoldPage page) {
        return page.isArabic() ? page.name().startsWith("assabah") : Integer.parseInt(page.name()) % 2 == 1;
    }

    private static void printCopied(PrintStream out, String name, List<GoldPage> pages) {
        List<Score> scores = new ArrayList<>();
        int titles = 0;
        int days = 0;
        for (GoldPage page : pages) {
            Extraction found = Extractor.savedText(copied(page.html()), null);
            scores.add(Score.of(page.text(), found.text()));
            titles += Score.sameTitle(page.title(), found.title()) ? 1 : 0;
            days += Objects.equals(page.published(), found.publishedOn()) ? 1 : 0;
        }
        print(out, name, "this extraction", scores, titles + "/" + pages.size(), null, days + "/" + pages.size());
    }

    private static String copied(String html) {
        Document page = Jsoup.parse(html);
        Streamed.assemble(page);
        StringBuilder text = new StringBuilder();
        for (Block block : Blocks.of(page.body()).blocks()) {
            boolean apart = block.name().equals("p") || block.isHeading();
            text.append(apart ? "\n" : "").append(String.join("\n", block.lines())).append(apart ? "\n\n" : "\n");
        }
        return text.toString();
    }

    static String text(Article article) {
        Element content = article.getArticleContent();
        return content == null ? "" : allText(content);
    }

    /** With what is hidden, which Readability4J keeps, and sometimes rightly. */
    static String allText(Element content) {
        StringBuilder text = new StringBuilder();
        content.traverse((node, depth) -> {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (node instanceof Element element && (element.isBlock() || element.normalName().equals("br"))) {
                text.append('\n');
            }
        });
        return text.toString();
    }

    /** Without Readability4J and without what the page declares in JSON-LD. */
    private static String blocksAlone(String html) {
        Document page = Jsoup.parse(html);
        Streamed.assemble(page);
        Outline outline = Zones.mark(Blocks.of(page.body()));
        Part main = MainPart.of(outline);
        List<Block> inside = outline.in(main);
        List<Kind> kinds = Sifting.of(outline, main, Optional.empty(), Optional.empty(), Optional.empty());
        List<Block> body = new ArrayList<>();
        for (int i = 0; i < inside.size(); i++) {
            if (kinds.get(i) == Kind.BODY) {
                body.add(inside.get(i));
            }
        }
        return text(body);
    }

    private static String text(List<Block> blocks) {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }

    private static void print(PrintStream out, String name, List<Row> rows, Predicate<Row> which) {
        List<Row> some = rows.stream().filter(which).toList();
        print(out, name, "this extraction", some.stream().map(Row::ours).toList(), share(some, Row::title),
                share(some, Row::byline), share(some, Row::published));
        print(out, "", "Readability4J alone", some.stream().map(Row::readability).toList(),
                share(some, Row::readabilityTitle), share(some, Row::readabilityByline), null);
        print(out, "", "blocks alone", some.stream().map(Row::blocks).toList(), null, null, null);
    }

    static void print(PrintStream out, String name, String method, List<Score> scores, @Nullable String title,
            @Nullable String author, @Nullable String date) {
        out.println("| " + name + " | " + method + " | "
                + number(scores.stream().mapToDouble(Score::f1).average().orElse(0)) + " | "
                + number(scores.stream().mapToDouble(Score::f1).min().orElse(0)) + " | "
                + number(scores.stream().mapToDouble(Score::precision).average().orElse(0)) + " | "
                + number(scores.stream().mapToDouble(Score::recall).average().orElse(0)) + " | "
                + Objects.toString(title, "–") + " | " + Objects.toString(author, "–") + " | "
                + Objects.toString(date, "–") + " |");
    }

    private static void printSegments(PrintStream out, GoldPage page) {
        Extraction ours = Extractor.html(page.html(), page.address(), null);
        String readability = text(new Readability4J(page.address(), page.html()).parse());
        out.println();
        out.println(page.name() + ": of " + page.with().size() + " passages that must be there, this extraction has "
                + count(page.with(), ours.text()) + ", Readability4J " + count(page.with(), readability) + "; of "
                + page.without().size() + " that must not, this extraction has " + count(page.without(), ours.text())
                + ", Readability4J " + count(page.without(), readability) + "; title "
                + mark(Score.sameTitle(page.title(), ours.title())) + ".");
    }

    private static long count(List<String> passages, String text) {
        return passages.stream().filter(text::contains).count();
    }

    private static String share(List<Row> rows, Predicate<Row> right) {
        return rows.stream().filter(right).count() + "/" + rows.size();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String mark(boolean right) {
        return right ? "yes" : "no";
    }
}
