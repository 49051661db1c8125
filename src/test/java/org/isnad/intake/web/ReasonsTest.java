package org.isnad.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.kernel.outbound.FetchFailed;

/** Whatever can be wrong with a row or a feed has a text of its own in each language. */
class ReasonsTest {
    private static final List<String> OTHERS = List.of("not-readable", "not-allowed", "not-text", "same-as-row",
            "gave-up",
            "broken", "not-an-article", "not-a-feed", "fetch-forgotten", "separate-not-yes-or-no", "text-required",
            "url-required", "title-required", "url-not-a-link", "publishedOn-not-a-date", "language-not-a-language");
    /** What {@code Documents} says of a document, and {@code ZipFiles} of an archive. */
    private static final List<String> DOCUMENTS = List.of("not-text", "too-large", "empty", "too-many-files",
            "damaged-zip", "zip-in-zip", "unpacks-to-much", "encrypted", "damaged", "no-text", "several-documents");
    private static final List<String> FILES = List.of("required", "empty", "not-text", "no-head", "damaged",
            "damaged-zip",
            "zip-in-zip", "unpacks-to-much", "too-many-files", "too-large");

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void noneIsLeftToTheGeneralSentence(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("src/main/resources/messages/intake_" + language + ".properties"))) {
            texts.load(file);
        }
        String reason = texts.getProperty("reason");
        List<String> codes = new ArrayList<>(OTHERS);
        Stream.of(FetchFailed.Reason.values())
                .map(one -> "fetch-" + one.name().toLowerCase(Locale.ROOT).replace('_', '-')).forEach(codes::add);
        DOCUMENTS.forEach(code -> codes.add("original-" + code));
        FILES.forEach(code -> codes.add("file-" + code));
        for (String field : List.of("url", "title", "byline", "outlet", "text")) {
            codes.add(field + "-too-long");
            codes.add(field + "-not-text");
        }
        assertThat(codes).allSatisfy(code -> assertThat(reason).contains("{#case '" + code + "'}"));
    }
}
