package org.isnad.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The build itself refuses a missing English text; this refuses a missing or untranslated Arabic one. */
class MessagesTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
    private static final Pattern OTHER_WORD_FOR_ARTICLE = Pattern.compile("مقال(?!\\p{IsArabic})");
    private static final Pattern ISOLATED = Pattern.compile("[\u2066\u2068][^\u2069]*\u2069");
    private static final Pattern LEFT_TO_RIGHT = Pattern
            .compile("https?://|\\d{4}-\\d\\d-\\d\\d|(?<![A-Za-z0-9])\\.[a-z]{3,5}\\b|text\\('(?!status)");
    private static final Pattern CALL = Pattern.compile("\\{[^}]*}");

    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("_(en|ar)\\.properties$", ""))
                    .distinct().sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeys(String bundle) throws IOException {
        assertThat(texts(bundle, "ar").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(texts(bundle, "en").stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void arabicTextsAreArabic(String bundle) throws IOException {
        Properties english = texts(bundle, "en");
        texts(bundle, "ar").forEach((key, text) -> {
            assertThat(text.toString()).as(bundle + "." + key).isNotBlank();
            boolean hasWords = CALL.matcher(english.getProperty(key.toString(), "")).replaceAll("").codePoints()
                    .anyMatch(Character::isLetter);
            if (hasWords) {
                assertThat(text.toString()).as(bundle + "." + key).containsPattern(ARABIC);
            }
        });
    }

    /** Each key once: in a properties file the last one silently wins. */
    @ParameterizedTest
    @MethodSource("bundles")
    void anArticleIsCalledByOneWord(String bundle) throws IOException {
        assertThat(texts(bundle, "ar").values())
                .noneMatch(text -> OTHER_WORD_FOR_ARTICLE.matcher(text.toString()).find());
    }

    /** Among Arabic words, an address, a day, a file's ending or somebody else's words would be shown in the wrong order. */
    @ParameterizedTest
    @MethodSource("bundles")
    void whatRunsFromLeftToRightStandsByItself(String bundle) throws IOException {
        texts(bundle, "ar").forEach((key, text) -> assertThat(
                ISOLATED.matcher(text.toString().replaceAll("\\{#[^}]*}", "")).replaceAll(""))
                .as(bundle + "." + key).doesNotContainPattern(LEFT_TO_RIGHT));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noKeyIsWrittenTwice(String bundle) throws IOException {
        for (String language : List.of("en", "ar")) {
            List<String> keys = Files.readAllLines(file(bundle, language)).stream()
                    .filter(line -> line.matches("[^#\\s][^=]*=.*")).map(line -> line.split("=", 2)[0].strip())
                    .toList();
            assertThat(keys).as(bundle + "_" + language).doesNotHaveDuplicates();
        }
    }

    private static Properties texts(String bundle, String language) throws IOException {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(file(bundle, language))) {
            texts.load(file);
        }
        return texts;
    }

    private static Path file(String bundle, String language) {
        return MESSAGES.resolve(bundle + "_" + language + ".properties");
    }
}
