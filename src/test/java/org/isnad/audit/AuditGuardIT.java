package org.isnad.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

import org.isnad.claim.ClaimId;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.publication.Publishing;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

/** Around the application: no table of the desk's state can be changed without an event, whatever writes to it. */
@IsnadTest
class AuditGuardIT {
    /** Tables that hold nothing of the desk's state, each with its reason. Whoever adds one here answers for it. */
    private static final Set<String> NOT_STATE = Set.of("flyway_schema_history", // which migrations ran
            "log_check_run", // how far a comparison is; what it found is in log_check
            "intake_job", // lists to be gone through; the articles that come of them have their events
            "intake_item", // and their rows
            "feed_look", // what the last look at a feed found
            "feed_entry", // addresses that feeds told of
            "fetch_attempt", // what was fetched and waits to be confirmed; what is confirmed is a capture
            "fetch_fingerprint", // by what an erasure finds what was fetched
            "erased_address", // where nothing is taken in any more; the erasure has its event
            "text_fingerprint", // by what texts are found that are nearly the same
            "kept_answer"); // answers to repeat to a client that asks twice
    private static final Set<String> AUDIT = Set.of("audit_event", "audit_change", "audit_state", "log_leaf",
            "log_node", "log_checkpoint", "log_witnessed", "log_check", "log_entry");

    @Inject
    Newsroom newsroom;
    @Inject
    Imports imports;
    @Inject
    Publishing publishing;
    @Inject
    DataSource database;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;
    @Inject
    Session session;

    private ClaimId claim;

    @BeforeEach
    void everyTableHasRows() {
        Actor editor = newsroom.editor();
        claim = newsroom.published(newsroom.reviewer(), editor);
        publishing.correct(claim, Expected.any(), "a source withdrew its figure", "We are checking the figure.",
                editor);
        newsroom.erased();
        imports.feed(newsroom.admin());
        newsroom.capturedTwice(editor);
    }

    @Test
    void everyTableIsGuarded() throws SQLException {
        List<String> guarded = strings("""
                select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
                where t.tgname = 'audit_guard' and t.tgenabled = 'A' and t.tgdeferrable and t.tginitdeferred
                  and t.tgtype & 4 > 0 and t.tgtype & 8 > 0 and t.tgtype & 16 > 0 and t.tgtype & 1 > 0
                  and exists (select 1 from pg_trigger e where e.tgrelid = c.oid and e.tgname = 'audit_guard_truncate'
                              and e.tgenabled = 'A' and e.tgtype & 32 > 0)
                """);
        List<String> expected = new ArrayList<>(tables());
        assertThat(expected).containsAll(NOT_STATE).containsAll(AUDIT);
        expected.removeAll(NOT_STATE);
        expected.removeAll(AUDIT);
        assertThat(guarded).containsExactlyInAnyOrderElementsOf(expected).contains("claim", "verdict", "rating");
    }

    @Test
    void anUpdateWithoutEventIsRefusedOnEveryTable() throws SQLException {
        for (String table : guarded()) {
            String column = strings("select column_name from information_schema.columns where table_schema = 'public' "
                    + "and table_name = '" + table + "' and ordinal_position = 1").get(0);
            assertThat(refusal("update " + table + " set " + column + " = " + column
                    + " where ctid = (select ctid from " + table + " limit 1)"))
                    .as("update of " + table).isIn("audit_guard", "never_changes", "erasure_moves_legally");
        }
    }

    @Test
    void aDeleteIsRefusedOnEveryTable() throws SQLException {
        for (String table : guarded()) {
            assertThat(refusal("delete from " + table + " where ctid = (select ctid from " + table + " limit 1)"))
                    .as("delete from " + table).isNotNull();
        }
        // Where no other row refers to the deleted one, it is the guard that refuses.
        assertThat(refusal("delete from evidence where ctid = (select ctid from evidence limit 1)"))
                .isEqualTo("audit_guard");
        assertThat(refusal("delete from assignment where ctid = (select ctid from assignment limit 1)"))
                .isEqualTo("audit_guard");
    }

    @Test
    void truncatingIsRefusedOnEveryTable() throws SQLException {
        for (String table : guarded()) {
            assertThat(refusal("truncate " + table + " cascade")).as("truncate " + table).isIn("audit_guard",
                    "never_changes");
        }
    }

    @Test
    void anInsertWithoutEventIsRefused() {
        assertThat(refusal("insert into person (id, issuer, subject, name, created_at) "
                + "values (gen_random_uuid(), 'i', gen_random_uuid()::text, 'n', now())")).isEqualTo("audit_guard");
        assertThat(refusal("insert into claim_contributor (claim_id, person_id, contribution, round, since) "
                + "select '" + claim + "', proposed_by, 'DRAFTED', 1, now() from claim where id = '" + claim + "'"))
                .isEqualTo("audit_guard");
        assertThat(refusal("insert into rating_scale (version, id, sha256, adopted_at) "
                + "values (9000, gen_random_uuid(), 'x', now())")).isEqualTo("audit_guard");
        assertThat(refusal("insert into rating (scale_version, scale_id, code, position, label_en, label_ar, tone) "
                + "select version, id, 'forged', 99, 'Forged', 'x', 'r5' from rating_scale limit 1"))
                .isEqualTo("audit_guard");
    }

    @Test
    void anEventOfAnotherClaimDoesNotCover() {
        assertThat(refusal("update claim set priority = 'HIGH' where id = '" + claim + "'")).isEqualTo("audit_guard");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            newsroom.queued(newsroom.editor());
            session.createNativeMutationQuery("update claim set priority = 'HIGH' where id = :id")
                    .setParameter("id", claim.value()).executeUpdate();
        })).hasStackTraceContaining("no audit_event of this transaction tells of CLAIM " + claim);
    }

    @Test
    void bulkHqlIsRefused() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> session
                .createMutationQuery("update Claim set claimant = 'somebody else' where id = :id")
                .setParameter("id", claim.value()).executeUpdate()))
                .hasStackTraceContaining("no audit_event of this transaction tells of CLAIM " + claim);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> session
                .createMutationQuery("delete from Evidence where claimId = :id").setParameter("id", claim.value())
                .executeUpdate())).hasStackTraceContaining("DELETE on evidence");
    }

    @Test
    void aNativeUpdateIsRefused() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> session
                .createNativeMutationQuery("update verdict set summary = 'forged' where claim_id = :id")
                .setParameter("id", claim.value()).executeUpdate()))
                .hasStackTraceContaining("UPDATE on verdict: no audit_event of this transaction");
    }

    @Test
    void theHistoryItselfNeverChanges() {
        for (String table : AUDIT) {
            assertThat(refusal("delete from " + table)).isEqualTo("never_changes");
            assertThat(refusal("truncate " + table + " cascade")).isEqualTo("never_changes");
        }
        for (String table : AUDIT) {
            for (String attempt : List.of("delete from " + table, "truncate " + table,
                    "alter table " + table + " disable trigger user")) {
                assertThatThrownBy(() -> asTheDesk(attempt)).as(attempt)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
        assertThatThrownBy(() -> asTheDesk("update audit_event set action = 'OTHER'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asTheDesk("insert into audit_state select id, sha256(''), '' from audit_event"))
                .hasMessageContaining("permission denied");
        assertThat(refusal("update audit_event set action = 'OTHER'")).isEqualTo("never_changes");
        assertThat(refusal("update audit_event set action = 'OTHER' where false")).isEqualTo("never_changes");
        assertThat(refusal("update audit_change set payload = null, salt = null")).isEqualTo("never_changes");
    }

    private List<String> guarded() throws SQLException {
        List<String> tables = new ArrayList<>(tables());
        tables.removeAll(NOT_STATE);
        tables.removeAll(AUDIT);
        for (String table : tables) {
            assertThat(strings("select count(*)::text from " + table)).as("rows of " + table)
                    .isNotEqualTo(List.of("0"));
        }
        return tables;
    }

    private List<String> tables() throws SQLException {
        return strings("select table_name from information_schema.tables where table_schema = 'public' "
                + "and table_type = 'BASE TABLE' order by table_name");
    }

    private List<String> strings(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void asTheDesk(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    /** As the tables' owner: the constraint that refuses the statement, at once or at commit; null if nothing does. Nothing is left changed. */
    private @Nullable String refusal(String sql) {
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            connection.setAutoCommit(false);
            try {
                connection.createStatement().execute(sql);
                connection.createStatement().execute("set constraints all immediate");
                return null;
            } catch (PSQLException e) {
                return String.valueOf(e.getServerErrorMessage().getConstraint());
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
