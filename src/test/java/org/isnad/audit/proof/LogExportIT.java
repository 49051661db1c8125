package org.isnad.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.audit.log.LogAtHand;
import org.isnad.audit.log.LogSubcommand;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.VerifierJar;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.SignedNote;

/** The whole log, taken away as a file by an auditor or into a folder by an operator, is checked by the verifier alone. */
@IsnadTest
class LogExportIT {
    private static final String VALUES_HOLD = "values fit";

    @Inject
    Newsroom newsroom;
    @Inject
    LogAtHand log;
    @Inject
    LogExportCommand command;
    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @BeforeEach
    void somethingHappens() throws Exception {
        newsroom.published(newsroom.reviewer(), newsroom.editor());
        log.bringUpToDate();
    }

    @Test
    void anAuditorTakesTheWholeLogAway() throws Exception {
        byte[] zip = Login.session("lina").get("/history/export").then().statusCode(200).extract().asByteArray();
        Path file = Files.write(folder.resolve("log.zip"), zip);
        VerifierJar.Outcome outcome = verified(file);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains(VALUES_HOLD);
        assertThat(Login.session("nabil").get("/history/export").statusCode()).isEqualTo(403);
        assertThat(Login.session("adam").get("/history/export").statusCode()).isEqualTo(403);
    }

    @Test
    void anOperatorExportsItIntoAFolder() throws Exception {
        Path target = folder.resolve("export");
        assertThat(export(target)).as(told.toString(StandardCharsets.UTF_8)).isZero();
        long size = Checkpoint.parse(SignedNote.parse(Files.readString(target.resolve("checkpoint"))).text()).size();
        assertThat(told.toString(StandardCharsets.UTF_8)).startsWith(size + " events in ");
        assertThat(Files.readAllLines(target.resolve("openings.txt"))).hasSize(Math.toIntExact(size));
        VerifierJar.Outcome outcome = verified(target);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains(VALUES_HOLD);

        assertThat(export(target)).isEqualTo(LogSubcommand.NOT_DONE);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("is not empty");
    }

    @Test
    void whatWasChangedInTheExportIsNamed() throws Exception {
        Path target = folder.resolve("export");
        export(target);
        Path values = target.resolve("values.txt");
        List<String> lines = Files.readAllLines(values);
        lines.set(3, lines.get(3).replaceFirst("\"after\":", "\"after\": "));
        Files.write(values, lines);
        VerifierJar.Outcome outcome = verified(target);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.output()).contains("values.txt:4");
    }

    private int export(Path target) {
        told.reset();
        return command.run(List.of(target.toString()), new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    private VerifierJar.Outcome verified(Path source) {
        return VerifierJar.run("log", source.toString(), "--key", log.key());
    }
}
