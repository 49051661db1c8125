package org.isnad.platform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMarkTest {
    @TempDir
    Path folder;

    @Test
    void findsTheProcessThatItNames() throws IOException {
        var mark = new ProcessMark(folder.resolve("server.pid"));

        mark.set(ProcessHandle.current());

        assertThat(mark.find()).contains(ProcessHandle.current());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mark.file()))).isEqualTo("rw-------");
    }

    @Test
    void doesNotMistakeALaterProcessWithTheSameNumber() throws IOException {
        var mark = new ProcessMark(folder.resolve("server.pid"));

        Files.writeString(mark.file(),
                ProcessHandle.current().pid() + " " + Instant.parse("2001-01-01T00:00:00Z") + "\n");

        assertThat(mark.find()).isEmpty();
    }

    @Test
    void namesNobodyWhenEmptyCutShortOrGone() throws IOException {
        var mark = new ProcessMark(folder.resolve("server.pid"));
        assertThat(mark.find()).isEmpty();

        Files.writeString(mark.file(), "");
        assertThat(mark.find()).isEmpty();

        Files.writeString(mark.file(), String.valueOf(ProcessHandle.current().pid()));
        assertThat(mark.find()).isEmpty();
    }
}
