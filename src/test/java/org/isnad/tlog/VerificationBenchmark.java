package org.isnad.tlog;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How fast a log is verified, how many tiles a proof reads, and how large a log is. On a quiet machine, after {@code test-compile}:
 *
 * <pre>
 * java -cp target/test-classes:target/classes org.isnad.tlog.VerificationBenchmark [LEAVES]
 * </pre>
 */
public final class VerificationBenchmark {
    private static final int RUNS = 5;
    private static final int PROOFS = 10_000;

    private VerificationBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int leaves = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path directory = Files.createTempDirectory("isnad-log");
        try {
            MemoryLog log = MemoryLog.ofSize(leaves);
            Ed25519Signer key = Ed25519Signer.generate(log.origin());
            log.writeTo(directory, log.signed(leaves, key), KeyHistory.startingWith(key.verifierKey()));
            out.printf("leaves: %,d%n", leaves);
            printSize(directory, out);
            printReads(log, out);
            printSpeed(directory, key.verifierKey(), leaves, out);
        } finally {
            delete(directory);
        }
    }

    private static void printSize(Path directory, PrintStream out) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            out.printf("size: %,d bytes in %,d files%n", bytes, files.size());
        }
    }

    private static void printReads(MemoryLog log, PrintStream out) {
        Random random = new Random(1);
        int most = 0;
        long sum = 0;
        log.readsSinceLastAsked();
        for (int i = 0; i < PROOFS; i++) {
            log.tree().inclusion(random.nextInt((int) log.size()));
            int reads = log.readsSinceLastAsked();
            most = Math.max(most, reads);
            sum += reads;
        }
        out.printf("tile reads per inclusion proof: %.2f on average, %d at most%n", (double) sum / PROOFS, most);
    }

    /** A new process each, as an auditor starts it; the time includes Java's own start. */
    private static void printSpeed(Path directory, String key, int leaves, PrintStream out)
            throws IOException, InterruptedException {
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            Process verifier = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-cp", "target/classes", "org.isnad.verify.Main",
                    "log", directory.toString(), "--key", key, "--json").redirectErrorStream(true).start();
            String answer = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (verifier.waitFor() != 0) {
                throw new IllegalStateException(answer);
            }
            seconds[run] = (System.nanoTime() - start) / 1e9;
        }
        List<String> all = new ArrayList<>();
        for (double one : seconds) {
            all.add("%.2f".formatted(one));
        }
        Arrays.sort(seconds);
        out.printf("log verification: %,.0f entries/s (median of %d runs: %s s)%n", leaves / seconds[RUNS / 2], RUNS,
                String.join(" ", all));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
