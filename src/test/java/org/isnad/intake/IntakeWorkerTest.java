package org.isnad.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.isnad.identity.PersonId;
import org.isnad.intake.ItemStore.Claimed;
import org.isnad.kernel.Ids;

class IntakeWorkerTest {
    private final IntakeConfig config = new IntakeConfig() {
        @Override
        public int threads() {
            return 1;
        }

        @Override
        public Duration lease() {
            return Duration.ofMinutes(5);
        }

        @Override
        public int attempts() {
            return 3;
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(5);
        }

        @Override
        public Duration keep() {
            return Duration.ofDays(1);
        }
    };
    private final BlockingQueue<Claimed> waiting = new ArrayBlockingQueue<>(2, false, List.of(row(), row()));
    private final BlockingQueue<Claimed> begun = new ArrayBlockingQueue<>(2);
    private final BlockingQueue<Outcome> outcomes = new ArrayBlockingQueue<>(2);

    @Test
    void aRowThatBreaksItsThreadFailsAndTheThreadGoesOn() throws Exception {
        IntakeWorker worker = new IntakeWorker(new Rows(), new Breaking(), config);
        IntakeReadiness readiness = new IntakeReadiness(worker, config);
        assertThat(readiness.call().getData()).get().extracting("warning").isNotNull();
        worker.start(new StartupEvent());

        assertThat(begun.poll(30, TimeUnit.SECONDS)).isNotNull();
        assertThat(outcomes.poll(30, TimeUnit.SECONDS)).extracting(Outcome::trouble).extracting(Trouble::reason)
                .isEqualTo("broken");
        assertThat(begun.poll(30, TimeUnit.SECONDS)).isNotNull();
        assertThat(readiness.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(readiness.call().getData()).get().isEqualTo(Map.of("threads", 1L));
        worker.stop(new ShutdownEvent());
        assertThat(worker.living()).isZero();
    }

    private static Claimed row() {
        return new Claimed(Ids.next(), Ids.next(), 1, new PersonId(Ids.next()), "session",
                ItemInput.ofAddress("https://a.example/1", null));
    }

    @SuppressWarnings("NullAway") // No database is asked.
    private final class Rows extends ItemStore {
        Rows() {
            super(null);
        }

        @Override
        Optional<Claimed> claim(long leaseMillis) {
            return Optional.ofNullable(waiting.poll());
        }

        @Override
        boolean finish(Claimed item, Outcome outcome) {
            return outcomes.add(outcome);
        }

        @Override
        void endIfDone(@Nullable UUID job) {
            // There is no list.
        }
    }

    @SuppressWarnings("NullAway") // Nothing is done.
    private final class Breaking extends ItemWork {
        Breaking() {
            super(null, null, null, null, config);
        }

        @Override
        void perform(Claimed item) {
            begun.add(item);
            if (waiting.size() == 1) {
                throw new NoClassDefFoundError("a class");
            }
        }
    }
}
