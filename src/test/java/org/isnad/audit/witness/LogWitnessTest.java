package org.isnad.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.audit.log.LogSettings;
import org.isnad.audit.log.TestLogSettings;
import org.isnad.tlog.CosignatureSigner;
import org.isnad.tlog.Ed25519Signer;

/** What the settings of a witness may be, and that a wrong one is named. */
class LogWitnessTest {
    private static final String KEY = CosignatureSigner.generate("press.example", Clock.systemUTC()).verifierKey();

    @Test
    void eachKindHasItsOwnTime() {
        assertThat(witness("file:/mnt/checkpoints", null, null).every()).isEqualTo(Duration.ofMinutes(1));
        assertThat(witness("file:///mnt/checkpoints", null, "PT5M").every()).isEqualTo(Duration.ofMinutes(5));
        assertThat(witness("https://witness.press.example/isnad", KEY, null).every()).isEqualTo(Duration.ofMinutes(1));
        LogWitness mail = witness("mailto:auditor@press.example", null, null);
        assertThat(mail.every()).isEqualTo(Duration.ofDays(1));
        assertThat(mail.patience()).isEqualTo(Duration.ofDays(2).plusMinutes(5));
        assertThat(mail.isMail()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/mnt/checkpoints", "file:checkpoints", "file://host/share", "ftp://press.example",
            "https:", "https://", "https://user:secret@press.example/", "https://press.example/?a=b", "mailto:",
            "mailto:auditor", "mailto:a@b.example,c@d.example", "mailto:a@b.example?subject=x", "http://[", "x y"})
    void anAddressThatIsNoneNamesItsSetting(String to) {
        assertThatThrownBy(() -> witness(to, null, null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("isnad.log.witness.\"press\".to: ").hasMessageContaining("mailto:NAME@HOST");
    }

    @Test
    void onlyAWitnessThatCosignsHasAKey() {
        assertThatThrownBy(() -> witness("https://press.example/", null, null))
                .hasMessageStartingWith("isnad.log.witness.\"press\".key: it is missing");
        assertThatThrownBy(() -> witness("file:/mnt", KEY, null))
                .hasMessageStartingWith("isnad.log.witness.\"press\".key: only");
        assertThatThrownBy(() -> witness("https://press.example/", KEY.substring(0, KEY.length() - 4) + "AAAA", null))
                .hasMessageStartingWith("isnad.log.witness.\"press\".key: it cannot be read");
        assertThatThrownBy(
                () -> witness("https://press.example/", Ed25519Signer.generate("press.example").verifierKey(), null))
                .hasMessageContaining("no key of a witness");
    }

    @Test
    void aTimeIsNeitherTooShortNorTooLong() {
        for (String every : List.of("PT0S", "PT-1M", "PT0.5S", "P400D")) {
            assertThatThrownBy(() -> witness("file:/mnt", null, every))
                    .hasMessageStartingWith("isnad.log.witness.\"press\".every: ");
        }
    }

    @Test
    void aNameIsShortAndPlain() {
        for (String name : List.of("", "a b", "x".repeat(101), "-x", "naïve")) {
            assertThatThrownBy(() -> LogWitness.all(settings(name, "file:/mnt", null, null)))
                    .hasMessageContaining("a witness's name has");
        }
    }

    @Test
    void mailNeedsASenderAndNothingElseDoes() {
        List<LogWitness> folder = List.of(witness("file:/mnt", null, null));
        List<LogWitness> mail = List.of(witness("mailto:auditor@press.example", null, null));
        assertThatCode(() -> LogWitnesses.mailNeedsASender(folder, Optional.empty())).doesNotThrowAnyException();
        assertThatCode(() -> LogWitnesses.mailNeedsASender(mail, Optional.of("isnad@facts.example")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> LogWitnesses.mailNeedsASender(mail, Optional.empty()))
                .hasMessageContaining("quarkus.mailer.from").hasMessageContaining("isnad.log.witness.\"press\".to");
    }

    /** As an operator writes them, in a file and in the environment. */
    @Test
    void theSettingsAreReadByName() {
        SmallRyeConfig config = new SmallRyeConfigBuilder().withMapping(LogSettings.class)
                .withSources(new PropertiesConfigSource(Map.of("isnad.log.witness.\"press.example\".to",
                        "https://witness.press.example/", "isnad.log.witness.\"press.example\".key", KEY,
                        "isnad.log.witness.disk.to", "file:/mnt/checkpoints", "isnad.log.witness.disk.every", "PT10M"),
                        "test", 100),
                        new io.smallrye.config.EnvConfigSource(
                                Map.of("ISNAD_LOG_WITNESS__AUDITOR__TO", "mailto:auditor@press.example"), 300))
                .build();
        assertThat(LogWitness.all(config.getConfigMapping(LogSettings.class))).extracting(LogWitness::name)
                .containsExactly("auditor", "disk", "press.example");
    }

    private static LogWitness witness(String to, @Nullable String key, @Nullable String every) {
        return LogWitness.all(settings("press", to, key, every)).get(0);
    }

    private static LogSettings settings(String name, String to, @Nullable String key, @Nullable String every) {
        return new TestLogSettings(Path.of("unused"), "example.org/log",
                Map.of(name, TestLogSettings.witness(to, key, every)));
    }
}
