package org.isnad;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class RequiredSettingsTest {
    private static final Map<String, String> DATABASE = Map.of("quarkus.datasource.jdbc.url",
            "jdbc:postgresql://db/isnad", "quarkus.datasource.username", "isnad", "quarkus.datasource.password", "x",
            "quarkus.flyway.username", "isnad_owner", "quarkus.flyway.password", "y");

    @Test
    void namesEachMissingSettingWithItsEnvironmentVariableAndTheLocalWay() {
        assertThatExceptionOfType(RequiredSettings.Missing.class)
                .isThrownBy(() -> RequiredSettings.check(config(Map.of()), false))
                .withMessageContaining("quarkus.datasource.jdbc.url")
                .withMessageContaining("QUARKUS_DATASOURCE_JDBC_URL")
                .withMessageContaining("QUARKUS_OIDC_AUTH_SERVER_URL")
                .withMessageContaining("QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET")
                .withMessageContaining("-Disnad.local=true");
    }

    @Test
    void namesOnlyWhatIsMissing() {
        assertThatExceptionOfType(RequiredSettings.Missing.class)
                .isThrownBy(() -> RequiredSettings.check(config(DATABASE), false))
                .withMessageContaining("quarkus.oidc.credentials.secret")
                .withMessageNotContaining("quarkus.datasource.jdbc.url");
    }

    @Test
    void aNodeThatMigratesNeedsTheTablesOwner() {
        Map<String, String> runningRoleOnly = new HashMap<>(DATABASE);
        runningRoleOnly.keySet().removeIf(name -> name.startsWith("quarkus.flyway."));
        assertThatExceptionOfType(RequiredSettings.Missing.class)
                .isThrownBy(() -> RequiredSettings.check(config(runningRoleOnly), true))
                .withMessageContaining("quarkus.flyway.username");
        runningRoleOnly.put("quarkus.flyway.migrate-at-start", "false");
        assertThatCode(() -> RequiredSettings.check(config(runningRoleOnly), true)).doesNotThrowAnyException();
    }

    @Test
    void aCommandNeedsTheDatabaseOnly() {
        assertThatCode(() -> RequiredSettings.check(config(DATABASE), true)).doesNotThrowAnyException();
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(settings, "test", 100)).build();
    }
}
