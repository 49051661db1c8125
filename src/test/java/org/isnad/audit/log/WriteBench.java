package org.isnad.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.audit.proof.VerdictBundle;
import org.isnad.claim.ClaimId;
import org.isnad.evidence.Stance;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

/**
 * What the history costs: {@code ./mvnw -Pbench verify}, on a quiet machine. In one process, turn by turn, the same work with and
 * without what is measured, so that a busy machine changes the numbers but hardly the ratios. The profile starts the application
 * with {@code isnad.log.enabled=false}; where the log is on, this does what the application's own thread does.
 */
@IsnadTest
class WriteBench {
    private static final int RUNS = Integer.getInteger("isnad.bench.runs", 5);
    private static final long SECONDS = Long.getLong("isnad.bench.seconds", 8);
    private static final int[] WRITERS = {1, 8, 32};
    private static final String SIGNED = """
            select c.at from audit_event e join log_leaf l on l.event_id = e.id
            cross join lateral (select at from log_checkpoint where size > l.index order by size limit 1) c
            where e.aggregate_id = ? and e.action = 'VERDICT_SUBMITTED'
            """;

    @Inject
    Newsroom newsroom;
    @Inject
    TransparencyLog log;
    @Inject
    VerdictBundle bundle;
    @Inject
    LogSettings settings;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;
    @TempDir
    Path folder;

    /** When the submission of a claim had been committed. */
    private final Map<ClaimId, Instant> committed = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Connection connection;

    /** What one turn wrote: events and seconds. */
    private record Turn(long events, double seconds) {
        double rate() {
            return events / seconds;
        }
    }

    @BeforeEach
    void open() throws SQLException {
        assertThat(settings.enabled()).as("isnad.log.enabled, which the profile bench sets").isFalse();
        connection = DriverManager.getConnection(url, owner, password);
    }

    @AfterEach
    void close() throws SQLException {
        threads.shutdownNow();
        connection.close();
    }

    @Test
    void theLogOnAndOff() throws Exception {
        turn(8, true);
        turn(8, false);
        log.bringUpToDate();
        for (int writers : WRITERS) {
            List<Turn> on = new ArrayList<>();
            List<Turn> off = new ArrayList<>();
            List<String> waits = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                // Each is first as often as the other.
                for (boolean enabled : run % 2 == 0 ? List.of(false, true) : List.of(true, false)) {
                    committed.clear();
                    (enabled ? on : off).add(turn(writers, enabled));
                    if (enabled) {
                        waits.add(waited());
                    }
                    log.bringUpToDate();
                }
            }
            say("%d writers: log on %.0f, log off %.0f events/s (medians of %d); on/off %.0f %% (%s)", writers,
                    median(rates(on)), median(rates(off)), RUNS, 100 * median(ratios(on, off)),
                    percents(ratios(on, off)));
            say("%d writers: from commit to signed checkpoint, s: %s", writers, String.join("; ", waits));
        }
    }

    @Test
    void theHashOfTheState() throws Exception {
        turn(8, false);
        List<Turn> with = new ArrayList<>();
        List<Turn> without = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            for (boolean hashed : run % 2 == 0 ? List.of(false, true) : List.of(true, false)) {
                try {
                    if (!hashed) {
                        execute("alter table audit_event disable trigger audit_state_follows");
                    }
                    (hashed ? with : without).add(turn(8, false));
                } finally {
                    execute("alter table audit_event enable always trigger audit_state_follows");
                }
            }
        }
        say("8 writers, log off: with the hash of the state %.0f, without %.0f events/s; with/without %.0f %% (%s)",
                median(rates(with)), median(rates(without)), 100 * median(ratios(with, without)),
                percents(ratios(with, without)));
    }

    @Test
    void aBundleIsVerified() throws Exception {
        ClaimId claim = newsroom.published(newsroom.reviewer(), newsroom.editor());
        log.bringUpToDate();
        byte[] zip = bundle.of(claim.value(), "<p>history", newsroom.person("auditor", Role.AUDITOR));
        Path file = Files.write(folder.resolve("bundle.zip"), zip);
        String key = log.keys().orElseThrow().latest();
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            Process verifier = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar", "target/isnad-verify.jar", "bundle", file.toString(), "--key", key, "--lang", "en")
                    .redirectErrorStream(true).start();
            String report = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(verifier.waitFor()).as(report).isZero();
            seconds[run] = (System.nanoTime() - start) / 1e9;
        }
        say("a bundle of %d events, %,d bytes, is verified in %.2f s (median of %d, Java's own start included)",
                number("select count(*) from audit_event where aggregate_id = '" + claim + "'"), zip.length,
                median(seconds), RUNS);
    }

    /** Everybody works for a while, each on claims of their own. */
    private Turn turn(int writers, boolean enabled) throws Exception {
        long before = number("select count(*) from audit_event");
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(SECONDS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            running.add(threads.submit(working(end)));
        }
        AtomicBoolean over = new AtomicBoolean();
        Optional<Future<?>> signing = enabled ? Optional.of(threads.submit(signing(over))) : Optional.empty();
        for (Future<?> one : running) {
            one.get();
        }
        over.set(true);
        if (signing.isPresent()) {
            signing.get().get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Turn(number("select count(*) from audit_event") - before, seconds);
    }

    private Callable<Object> working(long end) {
        return () -> {
            Actor reviewer = newsroom.reviewer();
            while (System.nanoTime() < end) {
                ClaimId claim = newsroom.assigned(reviewer);
                for (int i = 0; i < 3; i++) {
                    newsroom.evidence(claim, Stance.REFUTES, reviewer);
                    newsroom.draft(claim, "mostly-false", "تذكر النشرة أن العدد ١٢ [1]، كما كُتب في المرة " + i,
                            reviewer);
                }
                newsroom.submit(claim, reviewer);
                committed.put(claim, Instant.now());
            }
            return "";
        };
    }

    private Callable<Object> signing(AtomicBoolean over) {
        return () -> {
            while (!over.get()) {
                log.bringUpToDate();
                Thread.sleep(settings.every().toMillis());
            }
            log.bringUpToDate();
            return "";
        };
    }

    private String waited() throws SQLException {
        List<Double> all = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(SIGNED)) {
            for (Map.Entry<ClaimId, Instant> one : committed.entrySet()) {
                query.setObject(1, one.getKey().value());
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    all.add(Duration.between(one.getValue(), row.getTimestamp(1).toInstant()).toMillis() / 1e3);
                }
            }
        }
        all.sort(Comparator.naturalOrder());
        return String.format(Locale.ROOT, "median %.2f, p99 %.2f, longest %.2f of %d", all.get(all.size() / 2),
                all.get(all.size() * 99 / 100), all.get(all.size() - 1), all.size());
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(Database.texts(connection, sql).get(0));
    }

    private void execute(String sql) throws SQLException {
        connection.createStatement().execute(sql);
    }

    private static double[] rates(List<Turn> turns) {
        return turns.stream().mapToDouble(Turn::rate).toArray();
    }

    private static double[] ratios(List<Turn> one, List<Turn> other) {
        double[] ratios = new double[one.size()];
        Arrays.setAll(ratios, i -> one.get(i).rate() / other.get(i).rate());
        return ratios;
    }

    private static String percents(double[] ratios) {
        return String.join(" ",
                Arrays.stream(ratios).mapToObj(one -> String.format(Locale.ROOT, "%.0f", 100 * one)).toList());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void say(String what, Object... values) {
        System.out.println("bench: " + String.format(Locale.ROOT, what, values));
    }
}
