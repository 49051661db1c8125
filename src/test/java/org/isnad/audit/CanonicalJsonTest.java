package org.isnad.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CanonicalJsonTest {

    @Test
    void membersAreSortedAndNothingIsPadded() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("before", null);
        value.put("after", Arrays.asList("نص", 12, true, null, Map.of(), List.of()));
        assertThat(text(value)).isEqualTo("{\"after\":[\"نص\",12,true,null,{},[]],\"before\":null}");
    }

    @Test
    void membersAreSortedByUtf16CodeUnits() {
        // RFC 8785, 3.2.3: an emoji (a surrogate pair) comes before U+FB33, although its code point is larger.
        Map<String, Object> value = new LinkedHashMap<>();
        for (String key : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            value.put(key, 0);
        }
        assertThat(text(value))
                .isEqualTo("{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00f6\":0,\"\u20ac\":0,\"\ud83d\ude00\":0,"
                        + "\"\ufb33\":0}");
    }

    @Test
    void controlCharactersAndQuotesAreEscapedAndOthersAreNot() {
        assertThat(text(Map.of("t", "\u20ac$\u000f\nA'B\"\\\\\"/\u200f\u2028\u007f")))
                .isEqualTo("{\"t\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u200f\u2028\u007f\"}");
    }

    @Test
    void whatJsonCannotCarryIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> text(Map.of("n", 1L << 53)))
                .withMessage("JSON cannot say 9007199254740992 exactly; give it as text");
        assertThatIllegalArgumentException().isThrownBy(() -> text(Map.of("n", Long.MIN_VALUE)));
        assertThatIllegalArgumentException().isThrownBy(() -> text(Map.of("n", 1.5)))
                .withMessageStartingWith("JSON has no java.lang.Double");
        assertThatIllegalArgumentException().isThrownBy(() -> text(Map.of("t", "\ud83d")))
                .withMessageContaining("lone surrogate");
    }

    @Property
    void wholeNumbersAreWrittenAsTheyAre(@ForAll @LongRange(min = -(1L << 53) + 1, max = (1L << 53) - 1) long n) {
        assertThat(text(Map.of("n", n))).isEqualTo("{\"n\":" + n + "}");
    }

    @Property
    void everyTextIsReadBackUnchanged(@ForAll String text) throws IOException {
        if (text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            assertThat(new ObjectMapper().readTree(CanonicalJson.of(Map.of("t", text))).get("t").textValue())
                    .isEqualTo(text);
        }
    }

    @Property
    void theOrderInWhichAMapWasFilledDoesNotMatter(@ForAll Map<Integer, String> map) {
        Map<String, Object> one = new LinkedHashMap<>();
        map.forEach((key, value) -> one.put("k" + key, value.codePointCount(0, value.length())));
        List<String> keys = new ArrayList<>(one.keySet());
        java.util.Collections.reverse(keys);
        Map<String, Object> other = new LinkedHashMap<>();
        keys.forEach(key -> other.put(key, one.get(key)));
        assertThat(CanonicalJson.of(other)).isEqualTo(CanonicalJson.of(one));
    }

    /** The test vectors of RFC 8785's author (cyberphone/json-canonicalization), where they lie beside the project. */
    @TestFactory
    Stream<DynamicTest> publishedVectors() throws IOException {
        Path vectors = Path.of(System.getProperty("isnad.data", "../shared/data")).resolve("jcs");
        assertThat(vectors).as("RFC 8785 vectors").isDirectory();
        List<Path> inputs;
        try (Stream<Path> files = Files.list(vectors.resolve("input"))) {
            inputs = files.sorted().toList();
        }
        assertThat(inputs).hasSizeGreaterThanOrEqualTo(6);
        return inputs.stream().map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> {
            Path expected = vectors.resolve("output").resolve(input.getFileName());
            assertThat(new JsonCanonicalizer(read(input)).getEncodedString()).isEqualTo(read(expected).strip());
        }));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Map<String, Object> value) {
        return new String(CanonicalJson.of(value), StandardCharsets.UTF_8);
    }
}
