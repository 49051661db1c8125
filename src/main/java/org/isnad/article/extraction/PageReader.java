package org.isnad.article.extraction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

import org.isnad.article.extraction.HeadLine.Label;
import org.isnad.article.language.Languages;

/** Reads a web page: what it declares about its article, and which of its blocks are the article. */
final class PageReader {
    /** How many lines from outside the main part are kept to be put back. */
    private static final int MOST_ELSEWHERE = 500;
    /** How far before the first paragraph a name or a date may be written. */
    private static final int HEAD = 12;
    private static final int LONGEST_HEAD = 25;
    private static final int LONGEST_LINE = 600;
    private static final int MOST_INSIDE = 50;
    private static final int FEW = 25;
    /** Real pages are nested 20 to 60 deep. What is deeper is read as if it were not. */
    private static final int DEEPEST = 150;
    private static final Pattern PARTS = Pattern.compile("\\s*[|•·]\\s*|\\s+[-–—/]\\s+");
    private static final Pattern TAGS = Pattern.compile("<[^<>]{1,300}>");

    private final Document page;
    private final PageFacts facts;
    private final Outline outline;
    private final List<Block> blocks;
    private final List<Kind> kinds = new ArrayList<>();
    private final Fact<String> language;
    private final Days days;
    private int first;

    private PageReader(String html, @Nullable Instant capturedAt) {
        page = Jsoup.parse(html, Parser.htmlParser().setMaxDepth(DEEPEST));
        Streamed.assemble(page);
        facts = new PageFacts(page);
        outline = Zones.mark(Blocks.of(page.body()));
        blocks = outline.blocks();
        sift();
        language = language(page.child(0).attr("lang"), text());
        days = new Days(language.value(), capturedAt);
    }

    static Extraction read(String html, Optional<String> address, @Nullable Instant capturedAt) {
        return new PageReader(html, capturedAt).read(address);
    }

    private Extraction read(Optional<String> address) {
        return Extraction.of(facts.title(), byline(), facts.outlet(), published(address),
                facts.address().or(() -> address).orElse(null), language, lines());
    }

    private void sift() {
        Optional<Readability> readability = Readability.of(page);
        String title = facts.title().map(fact -> Wording.plain(fact.value())).orElse("");
        Part main = MainPart.firstArticle(outline, Opinions.main(outline, readability, facts.data().body()), title);
        List<Kind> sifted = Sifting.of(outline, main, facts.title().map(Fact::value), facts.byline().map(Fact::value),
                readability);
        boolean nothing = sifted.stream().noneMatch(kind -> kind == Kind.BODY);
        for (int i = 0; i < blocks.size(); i++) {
            boolean isInside = main.holds(i);
            Kind kind = isInside ? sifted.get(i - main.from()) : outside(blocks.get(i), title);
            kinds.add(nothing && isInside ? Kind.BODY : kind);
        }
        first = Math.max(0, kinds.indexOf(Kind.BODY));
    }

    private static Kind outside(Block block, String title) {
        Kind aside = block.aside();
        return !title.isEmpty() && title.equals(block.plain())
                ? Kind.TITLE
                : aside != null ? aside : Phrases.kind(block.plain()).orElse(Kind.ELSEWHERE);
    }

    private Optional<Fact<String>> byline() {
        return facts.byline().or(() -> head().flatMap(block -> parts(block).stream()).map(HeadLine::of)
                .flatMap(line -> line.fact(Label.BYLINE).stream()).findFirst()
                .map(fact -> fact.as(Bylines.name(fact.value()))));
    }

    private Optional<Fact<LocalDate>> published(Optional<String> address) {
        return labelled().or(() -> facts.published(days))
                .or(() -> facts.address().or(() -> address).flatMap(Days::inAddress))
                .or(() -> head().flatMap(block -> parts(block).stream())
                        .flatMap(part -> days.published(part).stream().map(day -> new Fact<>(day, Where.TEXT, part)))
                        .findFirst());
    }

    /** A day that readers are plainly told to be that of publication, whatever machines are told. */
    private Optional<Fact<LocalDate>> labelled() {
        return head().flatMap(block -> parts(block).stream()).filter(Days::saysPublished)
                .flatMap(part -> days.published(part).stream().map(day -> new Fact<>(day, Where.LABEL, part)))
                .findFirst();
    }

    private static Fact<String> language(String declared, String text) {
        String language = Languages.declaredOr(declared, text);
        return declared.strip().toLowerCase(Locale.ROOT).startsWith(language)
                ? new Fact<>(language, Where.LANGUAGE_ATTRIBUTE, declared)
                : new Fact<>(language, Where.TEXT, "");
    }

    /** The short blocks just before the article's text, those after its title first: days before it can be today's. */
    private Stream<Block> head() {
        int from = Math.max(0, first - HEAD);
        int title = Math.max(from, kinds.subList(0, first).lastIndexOf(Kind.TITLE));
        int after = title + (first > title && kinds.get(title) == Kind.TITLE ? 1 : 0);
        return Stream.concat(blocks.subList(after, Math.min(first + 2, blocks.size())).stream(),
                blocks.subList(from, title).stream())
                .filter(block -> block.words() <= LONGEST_HEAD && block.text().length() <= LONGEST_LINE);
    }

    private static List<String> parts(Block block) {
        Part part = block.part();
        // Styles put a distance between names and days that no blank divides.
        Stream<String> elements = part.to() - part.from() == 1
                ? part.element().getAllElements().stream().skip(1).limit(MOST_INSIDE).map(Element::text)
                : Stream.empty();
        return Stream.concat(
                block.lines().stream().flatMap(line -> Stream.concat(Stream.of(line), PARTS.splitAsStream(line))),
                elements).toList();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int elsewhere = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Kind kind = kinds.get(i);
            boolean spaced = !lines.isEmpty();
            for (String line : blocks.get(i).lines()) {
                elsewhere += kind == Kind.BODY ? 0 : 1;
                if (kind == Kind.BODY || elsewhere <= MOST_ELSEWHERE) {
                    lines.add(new Line(line, kind, spaced));
                    spaced = false;
                }
            }
        }
        return orDeclared(lines);
    }

    /** A page that shows next to nothing without its scripts may still give its text as JSON-LD. */
    private List<Line> orDeclared(List<Line> lines) {
        List<String> declared = facts.data().body().stream()
                .flatMap(body -> TAGS.matcher(body).replaceAll("\n").lines())
                .map(String::strip).filter(line -> !line.isEmpty()).toList();
        int shown = Wording.words(text());
        int given = declared.stream().mapToInt(Wording::words).sum();
        if (given < FEW || 2 * shown > given) {
            return lines;
        }
        List<Line> all = new ArrayList<>();
        lines.forEach(line -> all.add(line.kind() == Kind.BODY ? line.as(Kind.ELSEWHERE) : line));
        declared.forEach(line -> all.add(new Line(line, Kind.BODY, true)));
        return all;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            if (kinds.get(i) == Kind.BODY) {
                text.append(blocks.get(i).text()).append('\n');
            }
        }
        return text.toString();
    }
}
