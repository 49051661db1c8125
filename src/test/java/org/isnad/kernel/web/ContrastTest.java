package org.isnad.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The colour tokens of both schemes against WCAG 2.2: 4.5:1 for text (1.4.3), 3:1 for controls and focus (1.4.11). */
class ContrastTest {
    private static final Path TOKENS = Path.of("src/main/resources/META-INF/resources/static/css/tokens.css");

    static Stream<Arguments> texts() throws IOException {
        List<String[]> pairs = Stream.of("ink canvas", "ink surface", "ink sunken", "ink paper", "ink-2 canvas",
                "ink-2 surface", "ink-2 sunken", "ink-2 paper", "ink-3 canvas", "ink-3 surface", "ink-3 sunken",
                "accent canvas", "accent surface", "accent accent-soft", "on-accent accent-fill",
                "on-accent accent-fill-hover", "ok ok-soft", "warn warn-soft", "bad bad-soft", "info info-soft",
                "bad surface", "bad canvas", "warn surface", "ok surface", "ink ok-soft", "ink warn-soft",
                "ink bad-soft", "ink info-soft", "ink accent-soft", "ink-2 accent-soft", "r0 r0-soft", "r1 r1-soft",
                "r2 r2-soft", "r3 r3-soft", "r4 r4-soft", "r5 r5-soft", "ink r0-soft", "ink r1-soft", "ink r2-soft",
                "ink r3-soft", "ink r4-soft", "ink r5-soft", "ink-2 r0-soft", "ink-2 r1-soft", "ink-2 r2-soft",
                "ink-2 r3-soft", "ink-2 r4-soft", "ink-2 r5-soft", "ink mark", "ink mark-other", "ins ins-soft",
                "del del-soft").map(pair -> pair.split(" ")).toList();
        return pairs(pairs);
    }

    static Stream<Arguments> controls() throws IOException {
        return pairs(Stream.of("line-strong surface", "line-strong canvas", "focus canvas", "focus surface",
                "focus sunken", "accent sunken").map(pair -> pair.split(" ")).toList());
    }

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @MethodSource("texts")
    void textCanBeRead(String scheme, String text, String ground, double ratio) {
        assertThat(ratio).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @MethodSource("controls")
    void controlsCanBeSeen(String scheme, String control, String ground, double ratio) {
        assertThat(ratio).isGreaterThanOrEqualTo(3);
    }

    private static Stream<Arguments> pairs(List<String[]> pairs) throws IOException {
        String css = Files.readString(TOKENS);
        int dark = css.indexOf("\n[data-bs-theme=\"dark\"]");
        Map<String, Map<String, String>> schemes = Map.of("light", colours(css.substring(0, dark)), "dark",
                colours(css.substring(dark)));
        return schemes.entrySet().stream().flatMap(scheme -> pairs.stream().map(pair -> Arguments.of(scheme.getKey(),
                pair[0], pair[1], ratio(scheme.getValue().get(pair[0]), scheme.getValue().get(pair[1])))));
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new HashMap<>();
        Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});").matcher(css).results()
                .forEach(found -> colours.put(found.group(1), found.group(2)));
        return colours;
    }

    /** WCAG 2.2, definition of contrast ratio. */
    private static double ratio(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
    }

    private static double linear(String hex, int at) {
        double c = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
