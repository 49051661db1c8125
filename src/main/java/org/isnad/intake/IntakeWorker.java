package org.isnad.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import org.isnad.intake.ItemStore.Claimed;

/**
 * Goes through the lists, on every node: row by row, a few at once. It keeps nothing that a crash could lose: a row that a node left
 * behind is another's as soon as its lease has run out.
 */
@ApplicationScoped
class IntakeWorker {
    private static final Logger LOG = Logger.getLogger(IntakeWorker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ItemStore items;
    private final ItemWork work;
    private final IntakeConfig config;
    private final List<Thread> threads = new ArrayList<>();
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopping;

    IntakeWorker(ItemStore items, ItemWork work, IntakeConfig config) {
        this.items = items;
        this.work = work;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        for (int i = 1; i <= config.threads(); i++) {
            Thread thread = new Thread(this::work, "isnad-intake-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** What is begun is finished, if it does not take too long; what is not is another's after its lease. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        news.release(threads.size());
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Thread thread : threads) {
            TimeUnit.NANOSECONDS.timedJoin(thread, end - System.nanoTime());
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) RowsWaiting rows) {
        if (news.availablePermits() == 0) {
            news.release(threads.size());
        }
    }

    private void work() {
        while (!stopping) {
            try {
                Optional<Claimed> item = items.claim(config.lease().toMillis());
                if (item.isPresent()) {
                    perform(item.get());
                } else {
                    // A node that went away between a list's last row and its end leaves a list that only has to be ended.
                    items.endIfDone(null);
                    rest();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                LOG.warn("The lists cannot be gone through for now", e);
                pause();
            }
        }
    }

    /** What breaks a thread must not do so on every node, one after the other: the row is not tried again. */
    private void perform(Claimed item) {
        try {
            work.perform(item);
        } catch (Error e) {
            LOG.errorf(e, "Row %s of list %s broke the thread that worked on it", item.id(), item.job());
            items.finish(item, Outcome.failed(new Trouble("broken", "Something unforeseen happened: "
                    + e.getClass().getSimpleName() + ". The program's log says more.")));
            items.endIfDone(item.job());
        }
    }

    /** How many of its threads are at work or wait for some. */
    long living() {
        return threads.stream().filter(Thread::isAlive).count();
    }

    /** Until rows are put in a list here, or it is time to look for those that others put in. */
    private void rest() throws InterruptedException {
        news.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void pause() {
        try {
            Thread.sleep(config.poll().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
