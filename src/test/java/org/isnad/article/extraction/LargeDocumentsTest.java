package org.isnad.article.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The largest documents take seconds; a quarter of each is enough to see work that grows with the square of the size. */
class LargeDocumentsTest {
    /** Of processor time, for a machine several times slower than the one on which docs/extraction.md was measured. */
    private static final double MOST_SECONDS = 6;

    static Stream<String> names() {
        return ExtractionSpeed.documents().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void areReadInTime(String name) {
        String document = ExtractionSpeed.documents().get(name).apply(1);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        Extraction found = ExtractionSpeed.read(name, document);

        assertThat(found.lines()).isNotEmpty();
        assertThat((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9)
                .isLessThan(MOST_SECONDS);
    }
}
