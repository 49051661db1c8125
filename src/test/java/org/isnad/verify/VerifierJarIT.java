package org.isnad.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.testsupport.VerifierJar;

/** The jar that auditors get: small, alone, and running with nothing beside it. */
class VerifierJarIT {
    private static final Path JAR = Path.of("target/isnad-verify.jar");

    @Test
    void isSmallAndHasNothingButTheVerifier() throws Exception {
        assertThat(Files.size(JAR)).isLessThan(300_000);
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class")).isEqualTo("org.isnad.verify.Main");
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName))
                    .allMatch(name -> name.matches("META-INF/MANIFEST.MF|org/isnad/(tlog|verify)/.*"));
            // The same bytes for everybody, so not the time at which it was built.
            assertThat(jar.stream().map(entry -> entry.getTimeLocal().toLocalDate()).distinct()).hasSize(1);
        }
    }

    @Test
    void verifiesABundleByItself(@TempDir Path directory) throws Exception {
        SampleLog sample = SampleLog.ofSize(60);
        Path bundle = SampleLog.zip(sample.bundle(0, 60), directory.resolve("bundle.zip"));
        VerifierJar.Outcome outcome = VerifierJar.run("bundle", bundle.toString(), "--key", sample.key.verifierKey());
        assertThat(outcome.output()).endsWith("VERIFIED: everything that was checked holds.\n");
        assertThat(outcome.exit()).isZero();
    }
}
