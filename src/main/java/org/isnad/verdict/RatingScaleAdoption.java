package org.isnad.verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.jboss.logging.Logger;

import org.isnad.identity.Actor;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Stamp;

/** Adopts the configured rating scale at start, when its version is new; refuses to start with a changed scale of an old version. */
@ApplicationScoped
class RatingScaleAdoption {
    private static final Logger LOG = Logger.getLogger(RatingScaleAdoption.class);
    /** Before whatever needs ratings at start, such as the sample newsroom. */
    private static final int FIRST = 100;
    private final RatingScales scales;
    private final ScaleConfig config;
    private final Event<DomainEvent> events;
    private final Clock clock;

    RatingScaleAdoption(RatingScales scales, ScaleConfig config, Event<DomainEvent> events, Clock clock) {
        this.scales = scales;
        this.config = config;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    void adopt(@Observes @Priority(FIRST) StartupEvent start) {
        ScaleFile file = read();
        // Two nodes may start at once; the second waits here and then finds the scale adopted.
        scales.getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext('isnad.rating-scale'))", Object.class)
                .getSingleResult();
        var known = scales.version(file.version());
        if (known.isPresent()) {
            if (!known.get().sha256().equals(file.sha256())) {
                throw new IllegalStateException("The rating scale in " + config.file() + " differs from version "
                        + file.version()
                        + " as it was adopted. Verdicts rely on that version: raise \"version\" for the change.");
            }
            return;
        }
        if (file.version() < scales.newest()) {
            throw new IllegalStateException("The rating scale in " + config.file() + " has version " + file.version()
                    + ", but version " + scales.newest() + " is in use. A changed scale needs a higher version.");
        }
        Stamp by = Actor.system("startup").stamp(clock);
        RatingScale scale = new RatingScale(file, by);
        scales.persist(scale);
        for (int i = 0; i < file.values().size(); i++) {
            scales.getEntityManager().persist(new Rating(scale.id(), file.version(), i + 1, file.values().get(i)));
        }
        events.fire(scale.adopted(file.values(), by));
        LOG.infof("Adopted rating scale version %d with %d values", file.version(), file.values().size());
    }

    private ScaleFile read() {
        try {
            return ScaleFile.parse(Files.readString(config.file()));
        } catch (IOException e) {
            throw new IllegalStateException("There is no readable rating scale at " + config.file().toAbsolutePath()
                    + "; isnad.rating-scale.file names another place.", e);
        }
    }

    /** Where the rating scale is written down. */
    @ConfigMapping(prefix = "isnad.rating-scale")
    interface ScaleConfig {
        /** Relative to the folder in which the application is started. */
        @WithDefault("config/rating-scale.json")
        Path file();
    }
}
