package org.isnad.platform.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The unpacked Keycloak, tailored once to PostgreSQL ({@code kc.sh build}), so that each start is an optimized one. Measured on
 * two cores: 6 to 7 s and 0.3 GB, against 10 s and 0.5 GB for {@code start-dev}, which besides tailors anew for each database.
 */
record KeycloakProgram(Path home) {
    /** Nobody at the desk may act as somebody else; the others are ways in that the realm does not use. */
    private static final List<String> BUILD = List.of("--db=postgres", "--health-enabled=false",
            "--metrics-enabled=false",
            "--features-disabled=impersonation,kerberos,ciba,device-flow");
    /** A quick compiler and a small heap: a handful of people sign in here. */
    private static final List<String> JVM = List.of("-Xms64m", "-Xmx384m", "-XX:MetaspaceSize=96M",
            "-XX:MaxMetaspaceSize=256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.country=US");
    /** As in Keycloak's own kc.sh. */
    private static final List<String> OPENED = List.of("--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED", "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** Tailors it unless that is done. Two data folders may share the program, so one waits for the other. */
    void build(Consumer<String> progress) {
        var done = home.resolve("lib/quarkus/.isnad-build");
        var wanted = String.join(" ", BUILD);
        try (var channel = FileChannel.open(home.resolve(".isnad-build.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var lock = channel.lock()) {
            if (lock.isValid() && Files.exists(done) && Files.readString(done).equals(wanted)) {
                return;
            }
            Files.deleteIfExists(done);
            progress.accept("Keycloak is prepared for PostgreSQL; once, up to a minute...");
            var command = java(home);
            command.add("build");
            command.addAll(BUILD);
            var outcome = Shell.run(command, PATIENCE);
            if (!outcome.ok()) {
                throw new LocalStackException("Keycloak could not be prepared (kc.sh build): " + outcome.output());
            }
            Files.writeString(done, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command of kc.sh, which is not used itself: a shell between us and Keycloak would make its process id useless. */
    List<String> java(Path installation) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(OPENED);
        command.add("-Dkc.home.dir=" + installation);
        command.add("-Djboss.server.config.dir=" + installation.resolve("conf"));
        command.add("-cp");
        command.add(installation.resolve("lib/quarkus-run.jar").toString());
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        return command;
    }

    /** A Keycloak folder whose programs are links to the shared ones and whose data is its own. */
    void link(Path installation) throws IOException {
        Files.createDirectories(installation);
        for (var part : List.of("conf", "lib", "providers", "themes")) {
            var link = installation.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, home.resolve(part));
        }
    }

    /** Ctrl-C reaches every process of the terminal's group at once; Keycloak must outlive the application, so it leaves the group. */
    static List<String> ownSession() {
        return onPath("setsid")
                ? List.of("setsid")
                : List.of("perl", "-MPOSIX=setsid", "-e", "setsid(); exec @ARGV or die $!");
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
