package org.isnad.audit.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import org.isnad.platform.local.LocalStack;
import org.isnad.tlog.CosignatureSigner;

/** Settings of a desk with a log and witnesses of its own; the witnesses are started by the test. */
public class WitnessedDesk implements QuarkusTestResourceLifecycleManager {
    static final String PREFIX = "isnad.test.witnessed.";
    static final String ORIGIN = "witnessed.example/log";

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path place = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "witnessed");
            Path archive = Files.createDirectory(place.resolve("archive"));
            Path state = Files.createDirectory(place.resolve("state"));
            CosignatureSigner key = CosignatureSigner.generate("press.example", Clock.systemUTC());
            Files.writeString(state.resolve("witness.key"), key.encoded() + "\n");
            String port = String.valueOf(LocalStack.freePort());
            String mailPort = String.valueOf(LocalStack.freePort());
            return Map.ofEntries(Map.entry("isnad.log.dir", place.resolve("log").toString()),
                    Map.entry("isnad.log.origin", ORIGIN),
                    Map.entry("isnad.log.witness.\"archive\".to", archive.toAbsolutePath().toUri().toString()),
                    Map.entry("isnad.log.witness.\"archive\".every", "PT1S"),
                    Map.entry("isnad.log.witness.\"press\".to", "http://127.0.0.1:" + port + "/"),
                    Map.entry("isnad.log.witness.\"press\".key", key.verifierKey()),
                    Map.entry("isnad.log.witness.\"press\".every", "PT1S"),
                    Map.entry("isnad.log.witness.\"auditor\".to", "mailto:auditor@press.example"),
                    Map.entry("quarkus.mailer.mock", "false"), Map.entry("quarkus.mailer.from", "isnad@facts.example"),
                    Map.entry("quarkus.mailer.host", "127.0.0.1"), Map.entry("quarkus.mailer.port", mailPort),
                    Map.entry("quarkus.mailer.start-tls", "DISABLED"), Map.entry(PREFIX + "place", place.toString()),
                    Map.entry(PREFIX + "port", port), Map.entry(PREFIX + "mail-port", mailPort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The folder is in target/, for whoever looks for what went wrong.
    }
}
