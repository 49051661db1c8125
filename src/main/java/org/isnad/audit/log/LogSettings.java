package org.isnad.audit.log;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The transparency log's settings. */
@ConfigMapping(prefix = "isnad.log")
public interface LogSettings {
    /** Whether this node takes events into the log and signs it. Any number of nodes may. */
    @WithDefault("true")
    boolean enabled();

    /**
     * Where the signing key and the last signed checkpoint lie: outside the database, so that a database that went back in time is
     * noticed. Nodes that sign share it. Nothing is signed without it.
     */
    Optional<Path> dir();

    /** The log's name in its checkpoints: an address without scheme, such as {@code facts.example.org/log}. Never change it. */
    @WithDefault("isnad.local/log")
    String origin();

    /** When state, history and tree are compared: a Quartz cron expression, or {@code off}. */
    @WithDefault("0 30 3 * * ?")
    String check();

    /** How often finished changes are looked for. */
    @WithDefault("PT0.3S")
    Duration every();

    /** Who else keeps checkpoints, by a name that the operator gives. */
    Map<String, Witness> witness();

    /** Where checkpoints are pushed to; {@code LogWitness} says what each may be. */
    interface Witness {
        /** {@code file:/FOLDER}, {@code https://HOST/PREFIX} of a C2SP tlog-witness, or {@code mailto:NAME@HOST}. */
        String to();

        /** The verifier key of a tlog-witness. */
        Optional<String> key();

        /** How long a new checkpoint waits at most; a minute, or a day for mail. */
        Optional<Duration> every();
    }
}
