package org.isnad.audit.witness;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.Config;

import org.isnad.audit.log.LogSettings;

/**
 * Keeps the log's witnesses up to date while the desk runs, each in a thread of its own, so that none waits for another and the desk
 * for none.
 */
@ApplicationScoped
class LogWitnesses {
    private static final String SENDER = "quarkus.mailer.from";
    private static final long STOPPING_MILLIS = 2_000;

    private final LogSettings settings;
    private final Config config;
    private final AgroalDataSource database;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Instance<ReactiveMailer> mailer;
    private final List<Witnessing> all = new ArrayList<>();
    private final List<Thread> workers = new ArrayList<>();

    LogWitnesses(LogSettings settings, Config config, AgroalDataSource database, Clock clock, MeterRegistry meters,
            Instance<ReactiveMailer> mailer) {
        this.settings = settings;
        this.config = config;
        this.database = database;
        this.clock = clock;
        this.meters = meters;
        this.mailer = mailer;
    }

    /**
     * @throws ConfigurationException
     *             when a witness's settings are wrong; the application prints the message, which names the setting, and ends
     */
    void start(@Observes StartupEvent event) {
        List<LogWitness> witnesses = witnesses();
        if (!settings.enabled()) {
            return;
        }
        for (LogWitness witness : witnesses) {
            Witnessing one = new Witnessing(witness, witness.target(mailer::get), settings.origin(), database, clock);
            Tags tags = Tags.of("witness", witness.name());
            meters.gauge("isnad.log.witness.behind.seconds", tags, one, w -> w.behind().toMillis() / 1000.0);
            meters.gauge("isnad.log.witness.refused", tags, one, w -> w.isRefused() ? 1 : 0);
            all.add(one);
            Thread thread = new Thread(one::work, "isnad-witness-" + witness.name());
            thread.setDaemon(true);
            thread.start();
            workers.add(thread);
        }
    }

    private List<LogWitness> witnesses() {
        try {
            List<LogWitness> witnesses = LogWitness.all(settings);
            mailNeedsASender(witnesses, config.getOptionalValue(SENDER, String.class));
            return witnesses;
        } catch (IllegalArgumentException e) {
            // Without the cause: of this exception alone, Quarkus prints the message and not where it came from.
            throw new ConfigurationException(
                    "\nIsnad does not start, because this setting is wrong:\n  " + e.getMessage() + "\n");
        }
    }

    static void mailNeedsASender(List<LogWitness> witnesses, Optional<String> sender) {
        witnesses.stream().filter(LogWitness::isMail).findFirst().ifPresent(witness -> {
            if (sender.isEmpty()) {
                throw new IllegalArgumentException(
                        "isnad.log.witness.\"" + witness.name() + "\".to is a mail address, so "
                                + SENDER + " must say who sends, and quarkus.mailer.host through which server");
            }
        });
    }

    @PreDestroy
    void stop() throws InterruptedException {
        workers.forEach(Thread::interrupt);
        for (Thread worker : workers) {
            worker.join(STOPPING_MILLIS);
        }
    }

    /** What somebody should look after; empty when all is well. */
    List<String> warnings() {
        return all.stream().flatMap(witness -> witness.warning().stream()).toList();
    }
}
