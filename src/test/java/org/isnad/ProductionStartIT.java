package org.isnad;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application as an operator starts it. */
class ProductionStartIT {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    @TempDir
    Path folder;

    @Test
    void refusesToStartWithoutDatabaseAndSignInAndStartsNothing() throws Exception {
        var output = folder.resolve("output");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-jar", JAR.toAbsolutePath().toString()).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("ISNAD_"));
        var process = builder.start();

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(output)).contains("Isnad does not start, because these settings are missing")
                .contains("QUARKUS_DATASOURCE_JDBC_URL").contains("QUARKUS_OIDC_AUTH_SERVER_URL")
                .doesNotContain("\tat ");
        assertThat(folder.resolve(".local")).doesNotExist();
    }
}
