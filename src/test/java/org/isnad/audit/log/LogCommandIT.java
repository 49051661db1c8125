package org.isnad.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.audit.check.Comparison;
import org.isnad.audit.witness.WitnessParts;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.SignedNote;

/** The commands an operator runs, against a folder of the test's own and the real database. */
@IsnadTest
class LogCommandIT {
    private static final String ORIGIN = "commands.example/log";

    @Inject
    LogCommand command;
    @Inject
    TransparencyLog log;
    @Inject
    Comparison comparison;
    @Inject
    AgroalDataSource database;
    @Inject
    Clock clock;
    @Inject
    Newsroom newsroom;
    @TempDir
    Path place;

    private String said = "";

    @Test
    void theDesksOwnLogIsToldOf() throws Exception {
        newsroom.editor();
        log.bringUpToDate();
        assertThat(command.run(List.of("status"))).isZero();
        assertThat(command.run(List.of("check"))).isZero();
        assertThat(command.run(List.of("key"))).isZero();
        assertThat(command.run(List.of("key", "new"))).isEqualTo(1);
        for (List<String> wrong : List.of(List.<String>of(), List.of("sign"), List.of("status", "now"),
                List.of("check", "all"), List.of("key", "old"), List.of("key", "rotate", "--keep"), List.of("backup"),
                List.of("backup", "a", "b"), List.of("restore"), List.of("restore", "a", "--held"),
                List.of("restore", "--held", "a"), List.of("restore", "a", "--kept", "b"))) {
            assertThat(command.run(wrong)).as(wrong.toString()).isEqualTo(2);
        }
    }

    @Test
    void aWrongUseIsAnsweredWithTheUsageOfWhatWasMeant() {
        assertThat(run()).isEqualTo(2);
        assertThat(said).contains("log backup FOLDER").contains("log check ").contains("log key rotate [--keep-old]")
                .contains("log restore FOLDER [--held CHECKPOINT …]").contains("log status");
        assertThat(run("backup")).isEqualTo(2);
        assertThat(said).contains("log backup FOLDER").doesNotContain("log status");
    }

    @Test
    void aKeyIsMadeChangedBackedUpLostAndPutBack() throws Exception {
        Path folder = place.resolve("log");
        Path backup = place.resolve("backup");
        assertThat(run("key")).isEqualTo(1);
        assertThat(said).contains("log key new");
        assertThat(run("key", "rotate")).isEqualTo(1);
        assertThat(said).contains("no key").contains("log key new");
        assertThat(run("backup", backup.toString())).isEqualTo(1);
        assertThat(said).contains("There is no key");

        assertThat(run("key", "new")).isZero();
        String first = KeyHistory.parse(Files.readString(folder.resolve("keys"))).latest();
        assertThat(said).contains(first).contains("log backup");
        assertThat(run("key", "new")).isEqualTo(1);
        assertThat(said).contains("already").contains("log key rotate");
        assertThat(run("key", "rotate")).isZero();
        String second = KeyHistory.parse(Files.readString(folder.resolve("keys"))).latest();
        assertThat(said).contains(second).contains("from size 0").contains("403");
        assertThat(run("key", "rotate", "--keep-old")).isZero();
        assertThat(said).contains("The old secret key is still in " + folder);
        assertThat(run("key")).isZero();
        assertThat(KeyHistory.parse(said).keys()).hasSize(3).startsWith(first, second);

        SignedNote held = sign(folder);
        assertThat(run("backup", backup.toString())).isZero();
        assertThat(said).contains("Copied to " + backup).contains("Do not keep it with the database's backups");
        assertThat(run("backup", backup.toString())).isEqualTo(1);
        assertThat(said).contains("overwrites nothing");
        assertThat(run("restore", backup.toString())).isEqualTo(1);
        assertThat(said).startsWith("Nothing was changed.").contains("nothing to put back");

        newsroom.editor();
        log.bringUpToDate();
        Path newer = place.resolve("newer.checkpoint");
        Files.writeString(newer, sign(folder).encoded());
        assertThat(SignedNote.parse(Files.readString(newer))).isNotEqualTo(held);
        for (String name : List.of("key", "keys", "checkpoint", "key.old-2", "lock")) {
            Files.delete(folder.resolve(name));
        }
        assertThat(run("restore", backup.toString(), "--held", place.resolve("missing").toString())).isEqualTo(1);
        assertThat(said).contains("no checkpoint that can be read");
        assertThat(run("restore", place.resolve("elsewhere").toString())).isEqualTo(1);
        assertThat(said).contains("is no backup of the log's folder");
        assertThat(run("restore", backup.toString(), "--held", newer.toString())).isZero();
        assertThat(said).contains("events, from " + newer).contains("What remains");
        assertThat(Files.readString(folder.resolve("checkpoint"))).isEqualTo(Files.readString(newer));
        assertThat(run("status")).isZero();
        assertThat(said).contains("keys       3, now " + ORIGIN);
    }

    @Test
    void aDamagedNoteIsNoStackTrace() throws Exception {
        Path folder = Files.createDirectories(place.resolve("log"));
        Files.writeString(folder.resolve("checkpoint"), "half a no");
        assertThat(run("status")).isEqualTo(1);
        assertThat(said).contains("The file checkpoint in " + folder + " is damaged").contains("log restore");
        Files.writeString(folder.resolve("keys"), "no key\n");
        assertThat(run("key")).isEqualTo(1);
        assertThat(said).isNotBlank();
    }

    @Test
    void statusNamesWitnessesAndWhatIsBehind() {
        LogSettings settings = new TestLogSettings(place.resolve("log"), ORIGIN,
                Map.of("disk", TestLogSettings.witness("file:/mnt/checkpoints", null, null)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WitnessParts.status(settings, database, Clock.offset(clock, java.time.Duration.ofDays(1))).run(List.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("signed     never")
                .contains("remembered nothing").contains("witness    disk (file:/mnt/checkpoints): nothing yet");
    }

    /** Signs the real tree as the log of another name. */
    private SignedNote sign(Path folder) throws Exception {
        try (Connection connection = database.getConnection()) {
            LogStore store = new LogStore(connection);
            return new LogSigner(folder, ORIGIN).sign(store.size(), store).note();
        }
    }

    private int run(String... arguments) {
        LogSettings settings = new TestLogSettings(place.resolve("log"), ORIGIN);
        List<LogSubcommand> all = List.of(new LogKeyCommand(settings, database), new LogBackupCommand(settings),
                new LogRestoreCommand(settings, database), WitnessParts.status(settings, database, clock),
                comparison.command());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = LogCommand.run(Arrays.asList(arguments), all, new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }
}
