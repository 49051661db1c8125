package org.isnad.origin;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jspecify.annotations.Nullable;

/** Goes once through the articles from before there were records of outlets and authors, after each start. */
@ApplicationScoped
class OriginCatchUp {
    private final OriginRecording recording;
    private boolean done;

    OriginCatchUp(OriginRecording recording) {
        this.recording = recording;
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    void catchUp() {
        if (!done) {
            all();
            done = true;
        }
    }

    /** All that are left. */
    void all() {
        @Nullable
        UUID last = recording.catchUp(null);
        while (last != null) {
            last = recording.catchUp(last);
        }
    }
}
