package org.isnad.kernel.idempotency;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.isnad.kernel.Problem;

/**
 * Does a keyed request once. Its act and its answer are one transaction: when the answer is lost on the way, whatever the reason,
 * either both are stored and a repetition gets the stored answer, or neither is and a repetition acts. A refused request stores
 * nothing and may be repeated under its key.
 */
@ApplicationScoped
public class Idempotency {
    private static final int BATCH = 500;

    private final EntityManager entities;
    private final IdempotencyConfig config;
    private final Clock clock;

    Idempotency(EntityManager entities, IdempotencyConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Acts and keeps the answer, or gives the answer that was kept.
     *
     * @param act
     *            its verbs join this transaction
     * @throws Problem.Conflict
     *             while the same key's first request is still being worked on
     * @throws Problem.Invalid
     *             when the key was used for another request
     */
    // A refusal that is itself part of the history (four eyes) commits; every other failure has marked the transaction already.
    @Transactional(dontRollbackOn = Problem.NotAllowed.class)
    public Answer once(RequestKey key, Supplier<Answer> act) {
        if (!isAlone(key)) {
            throw new Problem.Conflict("idempotency-key-in-use",
                    "A request with this Idempotency-Key is being worked on. Wait a moment and repeat it.");
        }
        Instant now = clock.instant();
        KeptAnswer kept = entities.find(KeptAnswer.class, key.id());
        if (kept != null && !kept.isExpired(now)) {
            if (!kept.isFor(key)) {
                throw new Problem.Invalid("Idempotency-Key", "used-for-another-request");
            }
            return kept.answer();
        }
        if (kept != null) {
            entities.remove(kept);
            entities.flush();
        }
        Answer answer = act.get();
        entities.persist(new KeptAnswer(key, answer, now.plus(config.keep())));
        return answer;
    }

    /** Forgets some of the expired answers, passing over those that another node is removing; true when there may be more. */
    @Transactional
    boolean forget() {
        List<KeptAnswer> expired = entities.unwrap(Session.class).createNativeQuery("""
                select * from kept_answer where expires_at <= :now order by expires_at limit :batch
                for update skip locked
                """, KeptAnswer.class).setParameter("now", clock.instant()).setParameter("batch", BATCH)
                .getResultList();
        expired.forEach(entities::remove);
        return expired.size() == BATCH;
    }

    /** Whether no other transaction holds the key; held until this one ends, so the next one sees what this one stored. */
    private boolean isAlone(RequestKey key) {
        return (Boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(?1, 9))")
                .setParameter(1, key.id()).getSingleResult();
    }
}
