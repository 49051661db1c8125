package org.isnad.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@IsnadTest
class LocalServersIT {
    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String realm;

    @Test
    void theDatabaseKnowsArabicAndKeepsWhatItCommitted() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(
                        """
                                SELECT upper('é'), 'ب' ~ '[[:alpha:]]', current_setting('fsync'), current_setting('synchronous_commit'),
                                  current_setting('is_superuser'), current_setting('server_version_num')::int / 10000""")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("É");
            assertThat(rows.getBoolean(2)).isTrue();
            assertThat(rows.getString(3)).isEqualTo("on");
            assertThat(rows.getString(4)).isEqualTo("on");
            assertThat(rows.getString(5)).isEqualTo("off");
            assertThat(rows.getInt(6)).isEqualTo(18);
        }
    }

    @Test
    void theRealmIsThere() {
        var wellKnown = RestAssured.get(realm + "/.well-known/openid-configuration").jsonPath();

        assertThat(wellKnown.getString("issuer")).isEqualTo(realm);
        assertThat(wellKnown.getList("grant_types_supported")).contains("authorization_code", "client_credentials");
    }
}
