package org.isnad.audit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

import org.isnad.claim.ClaimId;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

/**
 * Around the application: not even the tables' owner gets more erased than an erasure names that another person confirms in the
 * same transaction. Every attempt is made as the owner and undone.
 */
@IsnadTest
class ErasureGateIT {
    private static final String DONE = """
            update erasure set state = 'DONE', decided_by = '%2$s', ended_at = now(), version = version + 1 where id = '%1$s'
            """;
    private static final String ITEM = """
            insert into erasure_item (erasure_id, number, of_table, row_key, position, path)
            select '%s', 1, v.of_table, v.row_key, v.position, v.path from erasable_values('CLAIM', '%s') v where %s limit 1
            """;
    private static final String SUMMARY = "of_table = 'verdict_revision' and field = 'summary'";
    private static final String STEP = "of_table = 'audit_change' and field = 'summary'";
    private static final String BLACKED = "update verdict_revision set summary = blacked_out(summary) where claim_id = '%s'";

    @Inject
    Newsroom newsroom;
    @Inject
    Erasing erasing;
    @Inject
    Erasures erasures;
    @Inject
    DataSource database;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    private ClaimId claim;
    private ClaimId other;
    private Actor admin;
    private Actor auditor;
    private UUID request;

    @BeforeEach
    void somethingIsAskedFor() {
        claim = newsroom.submitted(newsroom.reviewer());
        other = newsroom.submitted(newsroom.reviewer());
        admin = newsroom.admin();
        auditor = newsroom.auditor();
        request = erasing.ask(new ErasureRequest(ErasureTarget.CLAIM, claim.value(), Set.of(ErasurePart.VERDICT),
                "the summary", "withdrawn by its author"), admin);
    }

    @Test
    void withoutARequestNothingGoes() {
        assertThat(refusal(BLACKED.formatted(claim))).isEqualTo("never_changes");
        assertThat(refusal("update audit_change set salt = null, payload = null")).isEqualTo("never_changes");
        assertThat(refusal("select erase(gen_random_uuid())")).isEqualTo("erasure_item_is_confirmed");
        assertThat(refusal("update person set name = '█████', roles = '{}', erased_at = now() where id = '"
                + admin.person() + "'")).isEqualTo("person_stays_erased");
        assertThat(refusal(
                "insert into erasure (id, state, target_type, target_id, parts, what, why, asked_by, asked_at, decided_by,"
                        + " ended_at, done_in) values (gen_random_uuid(), 'DONE', 'CLAIM', '" + claim
                        + "', '{VERDICT}', 'w', 'w', '"
                        + admin.person() + "', now(), '" + auditor.person() + "', now(), pg_current_xact_id())"))
                .isEqualTo("erasure_moves_legally");
    }

    @Test
    void whatNobodyConfirmedDoesNotGo() {
        assertThat(refusal(item(SUMMARY))).isEqualTo("erasure_item_is_confirmed");
        assertThat(refusal("select erase('" + request + "')")).isEqualTo("erasure_item_is_confirmed");
        // Done, but no event says that whoever decided did so.
        assertThat(refusal(done(auditor), item(SUMMARY))).isEqualTo("erasure_item_is_confirmed");
        assertThat(refusal(done(auditor))).isEqualTo("audit_guard");
    }

    @Test
    void onePersonCannotAskAndConfirm() {
        assertThat(refusal("update person set roles = '{admin,auditor}' where id = '" + admin.person() + "'",
                event("ERASURE", request, "ERASURE_DONE", null, admin), done(admin))).isEqualTo("erasure_two_people");
        assertThat(refusal(event("ERASURE", request, "ERASURE_DONE", null, admin), done(auditor), item(SUMMARY)))
                .isEqualTo("erasure_item_is_confirmed");
        assertThat(refusal(event("ERASURE", request, "ERASURE_ASKED", null, admin),
                event("ERASURE", request, "ERASURE_DONE", null, auditor), done(auditor)))
                .isEqualTo("erasure_moves_legally");
    }

    @Test
    void anAdminAsksAndAnAuditorDecides() {
        Actor editor = newsroom.editor();
        assertThat(refusal(event("ERASURE", request, "ERASURE_DONE", null, editor), done(editor)))
                .isEqualTo("erasure_two_duties");
        assertThat(refusal("update erasure set state = 'REFUSED', reason = 'r', ended_at = now(), decided_by = '"
                + editor.person() + "' where id = '" + request + "'")).isEqualTo("erasure_two_duties");
        assertThat(
                refusal("insert into erasure (id, state, target_type, target_id, parts, what, why, asked_by, asked_at)"
                        + " values (gen_random_uuid(), 'ASKED', 'CLAIM', '" + other + "', '{VERDICT}', 'w', 'w', '"
                        + editor.person() + "', now())"))
                .isEqualTo("erasure_two_duties");
    }

    @Test
    void onlyWhatIsNamedGoes() {
        assertThat(confirmed(item(SUMMARY), BLACKED.formatted(other))).isEqualTo("never_changes");
        assertThat(confirmed(item(SUMMARY), "update verdict_revision set rationale = blacked_out(rationale)"))
                .isEqualTo("never_changes");
        assertThat(confirmed(item(SUMMARY),
                "update verdict_revision set summary = 'another' where claim_id = '" + claim + "'"))
                .isEqualTo("never_changes");
        assertThat(confirmed(item(SUMMARY),
                "update verdict_revision set summary = blacked_out(summary), number = 7 where claim_id = '" + claim
                        + "'"))
                .isEqualTo("never_changes");
        assertThat(confirmed(item(SUMMARY), "update approval set reason = 'x'")).isEqualTo("never_changes");
        assertThat(confirmed(item(SUMMARY), "delete from verdict_revision where claim_id = '" + claim + "'"))
                .isEqualTo("never_changes");
        assertThat(confirmed(item(SUMMARY), "truncate approval")).isIn("audit_guard", "never_changes");
        assertThat(confirmed(item(STEP), "update audit_change set payload = null, salt = null"))
                .isEqualTo("never_changes");
        assertThat(confirmed(item(STEP), "update audit_event set action = 'OTHER'")).isEqualTo("never_changes");
        assertThat(confirmed(ITEM.formatted(request, other, SUMMARY))).isEqualTo("erasure_item_is_confirmed");
        assertThat(confirmed(item(SUMMARY).replace("v.path", "'{number}'"))).isEqualTo("erasure_item_is_confirmed");
    }

    @Test
    void whatIsNamedGoesAndIsToldOf() {
        String erase = "select erase('" + request + "')";
        assertThat(confirmed(item(SUMMARY))).isEqualTo("erasure_item_is_done");
        // The rows of a claim changed, and no event of the claim tells of it.
        assertThat(confirmed(item(SUMMARY), erase)).isEqualTo("audit_guard");
        assertThat(confirmed(item(SUMMARY), erase, event("CLAIM", claim.value(), "ERASED", "rows", auditor))).isNull();
        // A value of a step needs an event that names the step and the field.
        assertThat(confirmed(item(STEP), erase)).isEqualTo("erasure_item_is_done");
        assertThat(confirmed(item(STEP), erase, event("CLAIM", claim.value(), "ERASED", "event/1", auditor)))
                .isEqualTo("erasure_item_is_done");
    }

    @Test
    void whatIsDecidedStaysDecided() {
        ErasableValues values = erasures.values(erasures.one(request, auditor), auditor);
        erasing.confirm(request, Expected.any(), new Erasing.Confirmation(values.meantBy(Set.of(ErasurePart.VERDICT)),
                values.fingerprint(), true), auditor);

        assertThat(confirmed()).isEqualTo("erasure_moves_legally");
        assertThat(refusal(event("ERASURE", request, "ERASURE_DONE", null, auditor),
                item("true").replace("', 1,", "', 900,"))).isEqualTo("erasure_item_is_confirmed");
        assertThat(refusal("delete from erasure where id = '" + request + "'")).isEqualTo("erasure_moves_legally");
        assertThat(refusal("update erasure_item set number = 900")).isEqualTo("never_changes");
        assertThat(refusal("update verdict_revision set summary = 'back' where claim_id = '" + claim + "'"))
                .isEqualTo("never_changes");
        assertThatThrownBy(() -> erasing.confirm(request, Expected.any(),
                new Erasing.Confirmation(Set.of(0), values.fingerprint(), true), auditor))
                .hasMessageContaining("while it is DONE");
    }

    @Test
    void theApplicationsRoleHasNoOtherWay() {
        for (String attempt : List.of("update audit_change set payload = null", BLACKED.formatted(claim),
                "update erasure_item set number = 2", "alter table audit_change disable trigger erased_only",
                "drop function erase(uuid)",
                "insert into erased_address (mark, article_id) select sha256('x'), id from article limit 1",
                "update erased_address set mark = sha256('x')", "delete from erased_address")) {
            assertThatThrownBy(() -> asTheDesk(attempt)).as(attempt)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
        assertThatThrownBy(() -> asTheDesk(item(SUMMARY))).hasMessageContaining("does not confirm that erasure");
        assertThatThrownBy(() -> asTheDesk("select erase('" + request + "')"))
                .hasMessageContaining("names nothing to erase");
    }

    /** A session that sets session_replication_role to replica skips every trigger that is not enabled always. */
    @Test
    void theGateHoldsForReplicasToo() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            assertThat(Database.texts(connection, """
                    select distinct c.relname || '.' || t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
                    where not t.tgisinternal and t.tgenabled <> 'A'
                      and t.tgfoid::regproc::text ~ 'eras|audit_|never'
                    """)).isEmpty();
            assertThat(Database.texts(connection,
                    """
                            select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'erased_only' order by 1
                            """))
                    .containsExactly("appearance", "approval", "article_version", "audit_change", "capture",
                            "publication_edition", "verdict_revision");
        }
    }

    private String item(String which) {
        return ITEM.formatted(request, claim, which);
    }

    private String done(Actor by) {
        return DONE.formatted(request, by.person());
    }

    /** What refuses the statements after the auditor confirmed in the same transaction. */
    private @Nullable String confirmed(String... statements) {
        String[] all = new String[statements.length + 2];
        all[0] = event("ERASURE", request, "ERASURE_DONE", null, auditor);
        all[1] = done(auditor);
        System.arraycopy(statements, 0, all, 2, statements.length);
        return refusal(all);
    }

    private static String event(String type, UUID id, String action, @Nullable String part, Actor actor) {
        return event(type, id, action, part, actor, UUID.randomUUID());
    }

    /** Inserts an event without changes. */
    static String event(String type, UUID id, String action, @Nullable String part, Actor actor, UUID event) {
        return """
                insert into audit_event (id, aggregate_type, aggregate_id, aggregate_version, action, part, actor, authentication, at,
                                         canonical)
                select '%5$s', '%1$s', '%2$s', version, '%3$s', %6$s, '%4$s', 'test', now(), convert_to(jsonb_strip_nulls(
                    jsonb_build_object('event', '%5$s', 'action', '%3$s', 'part', %6$s, 'actor', '%4$s', 'authentication', 'test',
                        'at', now(), 'aggregate', jsonb_build_object('type', '%1$s', 'id', '%2$s', 'version', version),
                        'transaction', transaction_id::text, 'changes', '[]'::jsonb))::text, 'UTF8')
                from audit_next('%1$s', '%2$s')
                """
                .formatted(type, id, action, actor.person(), event,
                        part == null ? "null::text" : "'" + part + "'");
    }

    private void asTheDesk(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    /** The constraint that refuses one of the statements, at once or at commit; null if nothing does. Nothing is left changed. */
    private @Nullable String refusal(String... statements) {
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            connection.setAutoCommit(false);
            try {
                for (String sql : statements) {
                    connection.createStatement().execute(sql);
                }
                connection.createStatement().execute("set constraints all immediate");
                return null;
            } catch (PSQLException e) {
                return String.valueOf(e.getServerErrorMessage().getConstraint());
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join(";", statements), e);
        }
    }
}
