package org.isnad.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserFinderTest {
    @TempDir
    Path folder;

    @Test
    void theNamedOneComesFirst() throws IOException {
        Path named = program("mine");
        program("chromium");
        assertThat(BrowserFinder.find(named.toString(), folder.toString())).contains(named);
    }

    @Test
    void aNameThatIsNoProgramIsToldAtOnce() {
        assertThatThrownBy(() -> BrowserFinder.find(folder.resolve("none").toString(), folder.toString()))
                .hasMessageContaining("BROWSER_PATH").hasMessageContaining("none");
    }

    @Test
    void chromiumIsPreferredToChromeAndEdgeWhereverItStands() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        program("first/msedge");
        Path chromium = program("second/chromium");
        assertThat(BrowserFinder.onPath(first + File.pathSeparator + second)).contains(chromium);
        assertThat(BrowserFinder.onPath(first.toString())).contains(first.resolve("msedge"));
        assertThat(BrowserFinder.onPath(null)).isEmpty();
    }

    private Path program(String name) throws IOException {
        Path program = Files.createFile(folder.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
