package org.isnad.article.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A real page and what people read in it; {@code -Disnad.data=DIR} says where the data folder is. Tests fail without it.
 *
 * @param text
 *            the main text; empty where only some of its words are known
 * @param with
 *            words that the main text must have
 * @param without
 *            words that it must not have
 */
record GoldPage(String name, String address, String html, @Nullable String title, @Nullable String author,
        @Nullable LocalDate published, boolean tellsAll, String text, List<String> with, List<String> without) {

    /** What a person read on a page that comes without its text: where it stands, since its words are not ours to repeat. */
    private static final Map<String, Reading> READ = Map.of("assabah.com.tn.article.html",
            // All paragraphs but the first, which names the author; not the three remarks above the picture.
            new Reading("div.field-name-body p:gt(0)", "div.field-name-body p:eq(0) strong", LocalDate.of(2019, 2, 8)));

    /**
     * @param text
     *            selects the paragraphs
     * @param author
     *            selects the element that names the author, after a colon
     */
    private record Reading(String text, String author, LocalDate published) {
        GoldPage page(String name, JsonNode page, String html) {
            Document document = Jsoup.parse(html);
            String by = document.select(author).text();
            return new GoldPage(name, page.get("url").asText(), html, GoldPage.text(page, "title"),
                    by.substring(by.indexOf(':') + 1).strip(), published, false,
                    String.join("\n", document.select(text).eachText()), list(page.get("with_")),
                    list(page.get("without")));
        }
    }

    static List<GoldPage> all() {
        Path folder = Path.of(System.getProperty("isnad.data", "../shared/data"), "pages-html");
        try {
            List<GoldPage> pages = new ArrayList<>(english(folder.resolve("wcxb-dev")));
            pages.addAll(arabic(folder));
            if (pages.size() < 42) {
                throw new AssertionError("42 pages are needed in " + folder + "; found " + pages.size());
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException("No pages; say where data/ is with -Disnad.data=DIR", e);
        }
    }

    boolean isArabic() {
        return !tellsAll;
    }

    private static List<GoldPage> english(Path folder) throws IOException {
        List<GoldPage> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
                String name = file.getFileName().toString().replace(".json", "");
                JsonNode page = new ObjectMapper().readTree(file.toFile());
                JsonNode truth = page.get("ground_truth");
                String date = text(truth, "publish_date");
                pages.add(new GoldPage(name, page.get("url").asText(), unzipped(folder.resolve(name + ".html.gz")),
                        text(truth, "title"), text(truth, "author"), date == null ? null : LocalDate.parse(date), true,
                        truth.get("main_content").asText(), list(truth.get("with")), list(truth.get("without"))));
            }
        }
        return pages;
    }

    private static List<GoldPage> arabic(Path folder) throws IOException {
        List<GoldPage> pages = new ArrayList<>();
        for (JsonNode page : new ObjectMapper().readTree(folder.resolve("arabic-manifest.json").toFile())) {
            String name = page.get("file").asText();
            String html = Files.readString(folder.resolve(name));
            pages.add(READ.containsKey(name)
                    ? READ.get(name).page(name, page, html)
                    : new GoldPage(name, page.get("url").asText(), html, text(page, "title"), null, null, false,
                            page.path("text").asText(""), list(page.get("with_")), list(page.get("without"))));
        }
        return pages;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private static List<String> list(@Nullable JsonNode words) {
        List<String> list = new ArrayList<>();
        if (words != null) {
            words.forEach(word -> list.add(word.asText()));
        }
        return list;
    }

    private static String unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
