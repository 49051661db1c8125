package org.isnad.testsupport;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Finds a Chromium for the browser journeys: {@code BROWSER_PATH}, then PATH, then Debian's or Ubuntu's package (as root), then
 * Playwright's own download. Says at each step that takes time what it does, and at the end what to install.
 */
final class BrowserFinder {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
            "google-chrome-stable",
            "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge");
    private static final int PACKAGE_MINUTES = 10;
    private static final int DOWNLOAD_MINUTES = 5;

    private BrowserFinder() {}

    /** The browser's executable; empty when Playwright has one of its own. */
    static Optional<Path> find(@Nullable String named, @Nullable String path) {
        if (named != null && !named.isBlank()) {
            if (!Files.isExecutable(Path.of(named))) {
                throw new IllegalStateException(
                        "BROWSER_PATH names " + named + ", which is no program that can be run.");
            }
            return Optional.of(Path.of(named));
        }
        Optional<Path> installed = onPath(path);
        if (installed.isPresent()) {
            return installed;
        }
        if (installPackage()) {
            Optional<Path> now = onPath(path);
            if (now.isPresent()) {
                return now;
            }
        }
        say("No Chromium, Chrome or Edge on this machine; asking Playwright to download its own");
        if (run(DOWNLOAD_MINUTES, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "com.microsoft.playwright.CLI", "install", "chromium"))) {
            return Optional.empty();
        }
        throw new IllegalStateException(
                "The browser journeys need Chromium, Chrome or Edge. Install one (Debian, Ubuntu:"
                        + " apt-get install chromium fonts-noto-core), or name one with BROWSER_PATH.");
    }

    static Optional<Path> onPath(@Nullable String path) {
        return NAMES.stream().flatMap(
                name -> Stream.of((path == null ? "" : path).split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    private static boolean installPackage() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return false;
        }
        say("No Chromium, Chrome or Edge on this machine; installing the packages chromium and fonts-noto-core");
        return run(PACKAGE_MINUTES, List.of("apt-get", "-qq", "update")) && run(PACKAGE_MINUTES,
                List.of("apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"));
    }

    private static boolean run(int minutes, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(
                ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (process.waitFor(minutes, TimeUnit.MINUTES)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void say(String what) {
        System.err.println("[browser] " + what);
    }
}
