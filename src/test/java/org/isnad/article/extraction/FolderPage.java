package org.isnad.article.extraction;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;

/**
 * A page that somebody brings with the text that another program is to find in it, and how near both readers come.
 *
 * @param filler
 *            whether it is written in the printers' Latin, to try one thing
 * @param found
 *            what else is found: title, byline, day
 */
record FolderPage(String name, boolean filler, Score ours, Score readability, Extraction found) {

    /** Those below the folder, in the order of their names; of the same name one. */
    static List<FolderPage> below(Path folder) throws IOException {
        TreeMap<String, FolderPage> pages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.endsWith("source.html")).sorted().toList()) {
                FolderPage page = of(file);
                pages.put(page.name(), page);
            }
        }
        return List.copyOf(pages.values());
    }

    private static FolderPage of(Path source) throws IOException {
        String html = Files.readString(source);
        String wanted = ExtractionBenchmark
                .allText(Jsoup.parse(Files.readString(source.resolveSibling("expected.html"))).body());
        Extraction found = Extractor.html(html, null, null);
        String other = ExtractionBenchmark.text(new Readability4J("https://page.invalid/", html).parse());
        boolean filler = wanted.toLowerCase(Locale.ROOT).contains("tempor inc")
                || wanted.toLowerCase(Locale.ROOT).contains("tempor inv");
        return new FolderPage(source.toAbsolutePath().getName(source.toAbsolutePath().getNameCount() - 2).toString(),
                filler, Score.of(wanted, found.text()), Score.of(wanted, other), found);
    }

    static void print(PrintStream out, List<FolderPage> pages) {
        out.println("| pages | | mean F1 | lowest F1 | precision | recall | title | author | date |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        printMeans(out, "real", pages.stream().filter(page -> !page.filler()).toList());
        printMeans(out, "filler", pages.stream().filter(FolderPage::filler).toList());
        out.println();
        out.println("| page | this extraction | Readability4J | title | author | date |");
        out.println("|---|---|---|---|---|---|");
        pages.forEach(page -> out.println("| " + page.name() + " | " + ExtractionBenchmark.number(page.ours().f1())
                + " | " + ExtractionBenchmark.number(page.readability().f1()) + " | "
                + Objects.toString(page.found().title(), "–") + " | " + Objects.toString(page.found().byline(), "–")
                + " | " + Objects.toString(page.found().publishedOn(), "–") + " |"));
    }

    private static void printMeans(PrintStream out, String kind, List<FolderPage> pages) {
        if (!pages.isEmpty()) {
            ExtractionBenchmark.print(out, kind + ", " + pages.size(), "this extraction",
                    pages.stream().map(FolderPage::ours).toList(), null, null, null);
            ExtractionBenchmark.print(out, "", "Readability4J alone",
                    pages.stream().map(FolderPage::readability).toList(), null, null, null);
        }
    }
}
