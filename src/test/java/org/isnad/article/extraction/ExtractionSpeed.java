package org.isnad.article.extraction;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;

/**
 * Measures how long the largest documents take, and a quarter of each, and prints the table of docs/extraction.md. Processor
 * time is that of the whole process, with what compiling and collecting garbage take.
 */
public final class ExtractionSpeed {
    private static final String SENTENCE = "The valley road was closed on Tuesday night after the river rose by two metres. ";
    private static final String ARABIC = "أُغلق طريق الوادي ليل الثلاثاء بعدما ارتفع منسوب النهر مترين. ";
    private static final int LARGEST = 5_000_000;

    private ExtractionSpeed() {}

    /** Each document with its size: 4 is the whole, 1 a quarter. */
    static Map<String, IntFunction<String>> documents() {
        Map<String, IntFunction<String>> documents = new LinkedHashMap<>();
        documents.put("page: 300,000 paragraphs of two words", size -> page("<p>two %d</p>", 75_000 * size));
        documents.put("page: 50,000 paragraphs of a sentence",
                size -> page("<p>" + SENTENCE + "%d</p>", 12_500 * size));
        documents.put("page: 100,000 links in lists",
                size -> page("<ul><li><a href=/%d>Bridge will open on Friday</a></li></ul>", 25_000 * size));
        documents.put("page: 100,000 links in one list",
                size -> "<p>" + SENTENCE.repeat(9) + "</p><ul>"
                        + page("<li><a href=/%d>Bridge will open on Friday</a>", 25_000 * size) + "</ul>");
        documents.put("page: 5 MB in one paragraph", size -> "<p>" + ARABIC.repeat(11_000 * size) + "</p>");
        documents.put("page: 5 MB in one line of breaks", size -> (SENTENCE + "<br>").repeat(14_500 * size));
        documents.put("page: 60,000 headings with a link", size -> page(
                "<div><h3><a href=/%d>Bridge will open</a></h3><p>On Friday at nine</p></div>", 15_000 * size));
        documents.put("page: 5,000 levels, prose in each",
                size -> page("<div class='entry c%d'><p>" + SENTENCE + "</p>", 1_250 * size));
        documents.put("page: 150 levels, 30,000 paragraphs",
                size -> "<div class=a>".repeat(145) + page("<p>" + SENTENCE + "%d</p>", 7_500 * size));
        documents.put("page: table of 200,000 cells",
                size -> "<table>" + page("<tr><td>River %d<td>two metres<td>Tuesday<td>9</tr>", 12_500 * size)
                        + "</table>");
        documents.put("page: 5 MB of script", size -> "<script>" + "var road = '<p>closed</p>';\n".repeat(45_000 * size)
                + "</script><p>" + SENTENCE.repeat(9) + "</p>");
        documents.put("page: 5 MB of JSON-LD, text in it", size -> "<script type=application/ld+json>"
                + "{\"@type\":\"NewsArticle\",\"headline\":\"Floods\",\"articleBody\":\""
                + SENTENCE.repeat(6_000 * size)
                + "\"}</script><p>" + SENTENCE.repeat(9) + "</p>" + page("<p>" + SENTENCE + "%d</p>", 6_000 * size));
        documents.put("page: 5 MB without a tag", size -> "<title>x</title>" + "road ".repeat(250_000 * size));
        documents.put("text: 100,000 short lines", size -> lines("Bridge %d", 25_000 * size));
        documents.put("text: 100,000 titles",
                size -> lines("Bridge over the valley will open on Friday %d", 25_000 * size));
        documents.put("text: 60,000 paragraphs", size -> lines(SENTENCE + "%d.\n", 15_000 * size));
        documents.put("text: 60,000 paragraphs in Arabic", size -> lines(ARABIC + "%d.\n", 12_000 * size));
        documents.put("text: 100,000 lines, all the same",
                size -> "Bridge will open on Friday\n".repeat(25_000 * size));
        documents.put("text: 100,000 labels", size -> lines("Source: Coast %d", 25_000 * size));
        documents.put("text: 5 MB in one line", size -> SENTENCE.repeat(15_000 * size));
        documents.put("text: 5 MB without a blank", size -> "road".repeat(LARGEST / 16 * size));
        return documents;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int i = 0; i < 20; i++) {
            Extractor.html("<h1>Floods</h1><p>" + SENTENCE.repeat(20), null, null);
            Extractor.savedText("Floods\n\n" + SENTENCE.repeat(20), null);
        }
        out.println("| document | size, MB | processor time, s | of a quarter, s |");
        out.println("|---|---|---|---|");
        documents().forEach((name, document) -> {
            if (args.length == 0 || name.contains(args[0])) {
                String whole = document.apply(4);
                double quarter = seconds(name, document.apply(1));
                out.println("| " + name + " | " + number(whole.getBytes(StandardCharsets.UTF_8).length / 1e6) + " | "
                        + number(seconds(name, whole)) + " | " + number(quarter) + " |");
            }
        });
    }

    static Extraction read(String name, String document) {
        return name.startsWith("page")
                ? Extractor.html(document, null, null)
                : Extractor.savedText(document, null);
    }

    private static double seconds(String name, String document) {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = process.getProcessCpuTime();
        Extraction found = read(name, document);
        double seconds = (process.getProcessCpuTime() - before) / 1e9;
        if (found.lines().isEmpty()) {
            throw new AssertionError("nothing was read of: " + name);
        }
        return seconds;
    }

    private static String page(String part, int times) {
        return IntStream.range(0, times).mapToObj(i -> part.replace("%d", Integer.toString(i)))
                .collect(Collectors.joining());
    }

    private static String lines(String line, int times) {
        return page(line + "\n", times);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
