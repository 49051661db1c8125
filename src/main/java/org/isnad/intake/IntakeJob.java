package org.isnad.intake;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A list, and how far it is.
 *
 * @param askedByName
 *            {@code Isnad} for the desk itself, which follows feeds
 * @param endedAt
 *            null until then
 */
public record IntakeJob(UUID id, IntakeKind kind, String name, UUID askedBy, String askedByName, Instant askedAt,
        IntakeState state, @Nullable Instant endedAt, Counts counts) {

    public boolean isDraft() {
        return state == IntakeState.DRAFT;
    }

    /** Whether its rows still move, also the last ones of a list that was cancelled. */
    public boolean isMoving() {
        return state == IntakeState.RUNNING || counts.running() > 0;
    }

    /**
     * How many rows stand how.
     *
     * @param retriable
     *            how many of the failed ones may fare better another time
     */
    public record Counts(long total, long checked, long waiting, long running, long ready, long dismissed, long created,
            long known,
            long failed, long cancelled, long retriable) {

        /** Of how many rows it is settled what became of them. */
        public long done() {
            return ready + dismissed + created + known + failed;
        }

        public long of(ItemState state) {
            return switch (state) {
                case CHECKED -> checked;
                case WAITING -> waiting;
                case RUNNING -> running;
                case READY -> ready;
                case DISMISSED -> dismissed;
                case NEW -> created;
                case KNOWN -> known;
                case FAILED -> failed;
                case CANCELLED -> cancelled;
            };
        }
    }
}
