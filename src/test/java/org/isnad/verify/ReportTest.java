package org.isnad.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

/** However much is found of one kind, what else was found is told. */
class ReportTest {
    private final Report report = new Report();

    @Test
    void muchOfOneKindDoesNotHideAnother() {
        for (int i = 0; i < 5_000; i++) {
            report.checked(Say.VALUE_ERASED, "values.txt:" + i, "name", "PERSON 1", 3);
        }
        report.warning(Say.BUNDLE_LATER_EVENT, 7, "CLAIM 1");
        report.fault(Say.FILE_MISSING, "checkpoint");

        String printed = printed();
        assertThat(printed).contains("had another event, at leaf 7", "checkpoint", "more findings", "NOT VERIFIED")
                .contains("values.txt:0").doesNotContain("values.txt:4999");
        assertThat(printed.lines().count()).isLessThan(300);
    }

    @Test
    void everyFaultCounts() {
        for (int i = 0; i < 5_000; i++) {
            report.fault(Say.FILE_MISSING, "file" + i);
        }
        assertThat(report.faults()).isEqualTo(5_000);
        assertThat(report.isVerified()).isFalse();
    }

    private String printed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.print(new PrintStream(out, true, StandardCharsets.UTF_8), Language.EN);
        return out.toString(StandardCharsets.UTF_8);
    }
}
