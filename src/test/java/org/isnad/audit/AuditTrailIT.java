package org.isnad.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Priority;
import org.isnad.claim.Wording;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Action;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Expected;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

@IsnadTest
class AuditTrailIT {
    @Inject
    Newsroom newsroom;
    @Inject
    ClaimTriage triage;
    @Inject
    Event<DomainEvent> events;
    @Inject
    Session session;
    @Inject
    Clock clock;

    @Test
    void everyStepOfAPublishedClaimIsThereInOrder() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.published(reviewer, newsroom.editor());

        List<Tuple> rows = rows(claim);
        assertThat(rows).extracting(row -> row.get("action", String.class)).containsExactly("CLAIM_PROPOSED",
                "CLAIM_ACCEPTED", "CLAIM_ASSIGNED", "EVIDENCE_ADDED", "EVIDENCE_ADDED", "DRAFT_SAVED",
                "VERDICT_SUBMITTED", "VERDICT_APPROVED", "VERDICT_PUBLISHED");
        assertThat(rows).extracting(row -> row.get("aggregate_version", Long.class))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 9).boxed().toList());
    }

    @Test
    void theCommittedValuesOpenTheCommitments() throws Exception {
        ClaimId claim = newsroom.proposed(newsroom.editor());

        Tuple event = rows(claim).get(0);
        JsonNode leaf = new ObjectMapper().readTree(event.get("canonical", byte[].class));
        assertThat(leaf.path("aggregate").path("id").asText()).isEqualTo(claim.toString());
        assertThat(leaf.path("transaction").asText()).isEqualTo(event.get("transaction_id", String.class));
        List<Tuple> changes = read("select position, field, salt, payload from audit_change where event_id = :id "
                + "order by position", event.get("id", UUID.class));
        assertThat(changes).isNotEmpty().hasSize(leaf.path("changes").size());
        for (Tuple change : changes) {
            JsonNode promised = leaf.path("changes").path(change.get("position", Integer.class));
            Commitment opened = new Commitment(change.get("field", String.class), change.get("salt", byte[].class),
                    change.get("payload", byte[].class));
            assertThat(promised.path("field").asText()).isEqualTo(opened.field());
            assertThat(promised.path("commitment").asText()).isEqualTo(opened.hash());
        }
        assertThat(changes).extracting(change -> change.get("field", String.class)).contains("wording");
    }

    @Test
    void aChangeThatIsRolledBackLeavesNoEvent() {
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.proposed(editor);
        QuarkusTransaction.begin();
        triage.accept(claim, Expected.any(), editor);
        QuarkusTransaction.rollback();
        assertThat(rows(claim)).hasSize(1);
    }

    @Test
    void aReasonIsWrittenDownWithTheRest() {
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.proposed(editor);
        triage.dismiss(claim, Expected.any(), "رأي لا خبر", editor);
        UUID dismissal = rows(claim).get(1).get("id", UUID.class);
        assertThat(read("select field, convert_from(payload, 'UTF8') as payload from audit_change where event_id = :id "
                + "order by position", dismissal)).extracting(row -> row.get("field", String.class) + " "
                        + row.get("payload", String.class))
                .containsExactly("state {\"after\":\"DISMISSED\",\"before\":\"PROPOSED\"}",
                        "reason {\"after\":\"رأي لا خبر\",\"before\":null}");
    }

    @Test
    void aRefusedDecisionIsKeptAlthoughItChangesNothing() {
        Actor both = newsroom.person("both", Role.REVIEWER, Role.SENIOR_EDITOR);
        ClaimId claim = newsroom.submitted(both);
        int before = rows(claim).size();
        assertThatThrownBy(() -> newsroom.approve(claim, 1, both)).isInstanceOf(Problem.NotAllowed.class);
        List<Tuple> rows = rows(claim);
        assertThat(rows).hasSize(before + 1);
        assertThat(rows.get(before).get("action", String.class)).isEqualTo("APPROVAL_REFUSED");
        assertThat(rows.get(before).get("actor", UUID.class)).isEqualTo(both.person().value());
    }

    @Test
    void nothingIsWrittenOutsideATransaction() {
        assertThatThrownBy(() -> events.fire(event(Ids.next()))).hasStackTraceContaining("Transaction is required");
    }

    @Test
    void actsAtOnceLineUp() throws Exception {
        UUID id = Ids.next();
        ExecutorService several = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                done.add(several.submit(() -> QuarkusTransaction.requiringNew().run(() -> events.fire(event(id)))));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            several.shutdown();
        }
        assertThat(rows(new ClaimId(id))).extracting(row -> row.get("aggregate_version", Long.class))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void namesOfAnyScriptAndEveryNaughtyTextAreWritten() {
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.proposed(editor);
        String odd = "‮gnp.exe ﷽ \u2028 \t\"\\ 👩‍🔬 ﻻ ￿ <script>";
        triage.reword(claim, Expected.version(0), new Wording(odd, null, null, Priority.HIGH), editor);
        assertThat(read("select convert_from(payload, 'UTF8')::jsonb ->> 'after' as after from audit_change "
                + "where field = 'wording' and event_id = :id", rows(claim).get(1).get("id", UUID.class)).get(0)
                .get("after", String.class)).isEqualTo(odd);
    }

    @Test
    void aForgedEventIsRefused() {
        ClaimId claim = newsroom.proposed(newsroom.editor());
        assertThatThrownBy(() -> forge(
                """
                        insert into audit_event select gen_random_uuid(), aggregate_type, aggregate_id, aggregate_version + 1, action,
                            part, actor, authentication, at, transaction_id, canonical from audit_event where aggregate_id = :id
                        """,
                claim)).hasStackTraceContaining("it names transaction");
        assertThatThrownBy(() -> forge(
                """
                        insert into audit_event select gen_random_uuid(), aggregate_type, aggregate_id, aggregate_version + 5, action,
                            part, actor, authentication, at, pg_current_xact_id(), canonical from audit_event where aggregate_id = :id
                        """,
                claim)).hasStackTraceContaining("does not follow version 1");
        assertThatThrownBy(() -> forge(
                """
                        insert into audit_event select gen_random_uuid(), aggregate_type, aggregate_id, aggregate_version + 1, action,
                            part, actor, authentication, at, pg_current_xact_id(), canonical from audit_event where aggregate_id = :id
                        """,
                claim)).hasStackTraceContaining("its canonical bytes say something else");
        assertThatThrownBy(() -> forge("""
                insert into audit_change select event_id, 99, field, salt, payload from audit_change where event_id in
                    (select id from audit_event where aggregate_id = :id) limit 1
                """, claim)).hasStackTraceContaining("this transaction wrote no such event");
    }

    @Test
    void anEventWithoutItsValuesIsRefused() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> session.doWork(connection -> {
            UUID id = Ids.next();
            Commitment promised = Commitment.to(FieldChange.added("wording", "x"), new byte[32]);
            try (var next = connection.createStatement().executeQuery(
                    "select version, transaction_id::text from audit_next('CLAIM', '" + id + "')")) {
                next.next();
                AuditEvent event = new AuditEvent(Ids.next(), event(id), next.getLong(1), next.getString(2),
                        List.of(promised));
                insert(connection, event);
            }
        }))).hasStackTraceContaining("it commits to 1 values, but 0 were written");
    }

    private static void insert(java.sql.Connection connection, AuditEvent event) throws SQLException {
        connection.createStatement().execute(
                """
                        insert into audit_event (id, aggregate_type, aggregate_id, aggregate_version, action, actor, authentication, at,
                            canonical) values ('%s', 'CLAIM', '%s', 1, '%s', '%s', '%s', '%s', '\\x%s')
                        """
                        .formatted(event.id(), event.what().id(), event.what().action().name(),
                                event.what().by().person(),
                                event.what().by().authentication(), event.at(),
                                HexFormat.of().formatHex(event.canonical())));
    }

    private void forge(String sql, ClaimId claim) {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(sql).setParameter("id", claim.value()).executeUpdate());
    }

    private DomainEvent event(UUID id) {
        return DomainEvent.of(AggregateType.CLAIM, id, Did.DRAFT_SAVED, Actor.system("test").stamp(clock));
    }

    private List<Tuple> rows(ClaimId claim) {
        return read("select id, aggregate_version, action, actor, transaction_id::text as transaction_id, canonical "
                + "from audit_event where aggregate_id = :id order by aggregate_version", claim.value());
    }

    private List<Tuple> read(String sql, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery(sql, Tuple.class).setParameter("id", id).getResultList());
    }

    private enum Did implements Action {
        DRAFT_SAVED
    }
}
