package org.isnad.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no template may hold: text outside the message bundles, and what the content security policy refuses. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SPRITE = Path.of("src/main/resources/META-INF/resources/static/img/icons.svg");
    /** Innermost braces first, so that nested ones go too. */
    private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}\\s][^{}]*}");
    /** Class names of the frame, attributes that a tag writes into an element, and names that are the same in every language. */
    private static final Pattern NO_TEXT = Pattern
            .compile("\\{#mainClass}[^{]*\\{/mainClass}|(?<=})( aria-[a-z]+=\"[^\"]*\")+(?=\\{)|SHA-256|https://");
    private static final List<String> SPOKEN = List.of("title", "alt", "placeholder", "aria-label");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void allTextComesFromTheMessageBundles(Path template) throws IOException {
        Document page = Jsoup.parse(withoutExpressions(Files.readString(template)));
        page.select("kbd").remove();
        assertThat(letters(page.text())).as("text in " + template).isEmpty();
        for (Element element : page.getAllElements()) {
            SPOKEN.forEach(name -> assertThat(letters(element.attr(name))).as(name + " in " + template).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothingIsInlineOrFetchedFromElsewhere(Path template) throws IOException {
        String source = Files.readString(template);
        assertThat(source).doesNotContainPattern("\\sstyle\\s*=").doesNotContainPattern("(?i)\\son[a-z]+\\s*=")
                .doesNotContain("hx-on").doesNotContain("data:").doesNotContainPattern("\\.raw\\b")
                .doesNotContainPattern("(src|href)=\"(https?:)?//");
        assertThat(source.replaceAll("(?s)<script[^>]*src=[^>]*></script>", "")).doesNotContain("<script");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyPostCarriesTheToken(Path template) throws IOException {
        Pattern form = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");
        form.matcher(Files.readString(template)).results().map(MatchResult::group)
                .forEach(found -> assertThat(found).as("form in " + template).contains("{#csrf /}"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyIconIsDrawn(Path template) throws IOException {
        Set<String> drawn = Pattern.compile("<symbol id=\"([^\"]+)\"").matcher(Files.readString(SPRITE)).results()
                .map(found -> found.group(1)).collect(Collectors.toSet());
        assertThat(Pattern.compile("\\{#icon '([^']+)'").matcher(Files.readString(template)).results()
                .map(found -> found.group(1))).as("icons in " + template).isSubsetOf(drawn);
    }

    /** The dot before a piece is drawn inside it, and would stand on its far side if the piece ran against the line. */
    @ParameterizedTest
    @MethodSource("templates")
    void noPieceOfADottedLineTurnsItsDirection(Path template) throws IOException {
        Document page = Jsoup.parse(Files.readString(template));
        assertThat(page.select(".dot-sep > bdi, .dot-sep > [dir]")).as("pieces in " + template).isEmpty();
    }

    private static String withoutExpressions(String source) {
        String rest = NO_TEXT.matcher(source.replaceAll("(?s)\\{!.*?!}", "")).replaceAll("")
                .replaceAll("(?s)<use [^>]*/>", "");
        for (String before = ""; !before.equals(rest);) {
            before = rest;
            rest = EXPRESSION.matcher(rest).replaceAll("");
        }
        return rest;
    }

    private static String letters(String text) {
        return text.codePoints().filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
