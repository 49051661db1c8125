package org.isnad.kernel.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.isnad.claim.ClaimId;
import org.isnad.identity.Actor;
import org.isnad.kernel.Problem;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

/** The act and its answer are one transaction: both are there, or neither. */
@IsnadTest
class IdempotencyTransactionIT {
    private static final Answer ANSWER = new Answer(201, Map.of("ETag", "\"1\""),
            "{}".getBytes(StandardCharsets.UTF_8));

    @Inject
    Idempotency idempotency;
    @Inject
    Forgetting forgetting;
    @Inject
    Newsroom newsroom;
    @Inject
    EntityManager database;

    @Test
    void whatCannotBeCommittedLeavesNoAnswer() {
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.proposed(editor);
        RequestKey key = key("a");
        assertThatThrownBy(() -> idempotency.once(key, () -> {
            // No event tells of this change, so PostgreSQL refuses it at the very end, after the answer was written down.
            database.createNativeQuery("update claim set wording = 'Changed unseen.' where id = ?1")
                    .setParameter(1, claim.value()).executeUpdate();
            return ANSWER;
        })).hasStackTraceContaining("no audit_event of this transaction");
        assertThat(kept(key)).isZero();
        assertThat(idempotency.once(key, () -> ANSWER).status()).isEqualTo(201);
        assertThat(kept(key)).isOne();
    }

    @Test
    void whatWasRefusedLeavesNoAnswer() {
        RequestKey key = key("a");
        assertThatExceptionOfType(Problem.Stale.class).isThrownBy(() -> idempotency.once(key, () -> {
            throw new Problem.Stale("claim", 3);
        }));
        assertThatExceptionOfType(Problem.NotAllowed.class).isThrownBy(() -> idempotency.once(key, () -> {
            throw Problem.NotAllowed.fourEyes();
        }));
        assertThat(kept(key)).isZero();
    }

    @Test
    void theKeyCountsWhileTheFirstRequestIsWorkedOn() {
        RequestKey key = key("a");
        idempotency.once(key, () -> {
            assertThatExceptionOfType(Problem.Conflict.class).isThrownBy(() -> QuarkusTransaction.requiringNew()
                    .call(() -> idempotency.once(key, () -> ANSWER)))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo("idempotency-key-in-use"));
            return ANSWER;
        });
        assertThat(kept(key)).isOne();
    }

    @Test
    void anExpiredKeyStandsForANewRequest() {
        RequestKey key = key("a");
        AtomicInteger acts = new AtomicInteger();
        idempotency.once(key, () -> count(acts));
        idempotency.once(key, () -> count(acts));
        assertThat(acts).hasValue(1);
        expire(key);
        idempotency.once(new RequestKey(key.id(), key("b").request()), () -> count(acts));
        assertThat(acts).hasValue(2);
        assertThat(kept(key)).isOne();
    }

    @Test
    void forgetsWhatExpiredAndNothingElse() {
        RequestKey old = key("a");
        RequestKey young = key("a");
        idempotency.once(old, () -> ANSWER);
        idempotency.once(young, () -> ANSWER);
        expire(old);
        forgetting.forget();
        assertThat(kept(old)).isZero();
        assertThat(kept(young)).isOne();
    }

    private static Answer count(AtomicInteger acts) {
        acts.incrementAndGet();
        return ANSWER;
    }

    private static RequestKey key(String request) {
        String id = UUID.randomUUID().toString().replace("-", "");
        return new RequestKey(id + id, HexFormat.of().formatHex(request.getBytes(StandardCharsets.UTF_8)).repeat(32));
    }

    private void expire(RequestKey key) {
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(database
                        .createNativeQuery("update kept_answer set expires_at = now() - interval '1 s' where id = ?1")
                        .setParameter(1, key.id()).executeUpdate()).isEqualTo(1));
    }

    private long kept(RequestKey key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery("select count(*) from kept_answer where id = ?1")
                        .setParameter(1, key.id()).getSingleResult()).longValue());
    }
}
