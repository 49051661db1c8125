package org.isnad.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Hash;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.StreamedTree;

/** What left the machine and must stay true: signed checkpoints, and bundles with their proofs. */
final class Receipts {
    private static final Path VERIFIER = Path.of("target/isnad-verify.jar");

    private final Path folder;
    private final String key;
    private final KeyHistory keys;
    private final Map<Long, SignedNote> checkpoints = new ConcurrentSkipListMap<>();
    private final List<String> forks = new ArrayList<>();
    private final List<Path> bundles = new ArrayList<>();

    /** @param keys the log's public keys, as they were fetched on the first day */
    Receipts(Path folder, String keys) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.keys = KeyHistory.parse(keys);
        this.key = this.keys.latest();
    }

    int checkpoints() {
        return checkpoints.size();
    }

    int bundles() {
        return bundles.size();
    }

    /** Keeps a checkpoint, whose signature must hold. */
    synchronized void keep(String note) {
        SignedNote kept = SignedNote.parse(note);
        try {
            Checkpoint checkpoint = keys.verify(kept, key);
            SignedNote other = checkpoints.putIfAbsent(checkpoint.size(), kept);
            if (other != null && !Checkpoint.parse(other.text()).root().equals(checkpoint.root())) {
                forks.add("two checkpoints of " + checkpoint.size() + " events with different roots");
            }
        } catch (org.isnad.tlog.VerificationException e) {
            forks.add("a checkpoint that nobody signed: " + note);
        }
    }

    void keepBundle(byte[] zip) throws IOException {
        Path file = folder.resolve("bundle-" + bundles.size() + ".zip");
        Files.write(file, zip);
        bundles.add(file);
    }

    /** The latest checkpoint. */
    SignedNote latest() {
        return checkpoints.values().stream().reduce((one, other) -> other).orElseThrow();
    }

    /** Each checkpoint that was ever seen must be one that the log in the database passes through, with no gap in its leaves. */
    List<String> differences(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>(forks);
        Map<Long, Hash> wanted = new TreeMap<>();
        checkpoints.forEach((size, note) -> wanted.put(size, Checkpoint.parse(note.text()).root()));
        StreamedTree tree = new StreamedTree((path, hashes) -> {
        });
        compare(tree, wanted, found);
        try (ResultSet leaves = connection.createStatement()
                .executeQuery("select index, hash from log_leaf order by index")) {
            while (leaves.next()) {
                if (leaves.getLong(1) != tree.size()) {
                    found.add("leaf " + tree.size() + " is missing");
                }
                tree.add(Hash.of(leaves.getBytes(2)));
                compare(tree, wanted, found);
            }
        }
        wanted.keySet().forEach(size -> found.add("checkpoint of " + size + " events: the log has " + tree.size()));
        return found;
    }

    private static void compare(StreamedTree tree, Map<Long, Hash> wanted, List<String> found) {
        Hash root = wanted.remove(tree.size());
        if (root != null && !root.equals(tree.root())) {
            found.add("checkpoint of " + tree.size() + " events: the log does not pass through it");
        }
    }

    /** As an auditor elsewhere does it: the verifier reads the whole published log and compares it with these receipts. */
    void verifyOutside(String log, int newestBundles) throws Exception {
        List<String> command = new ArrayList<>(List.of("log", log, "--key", key));
        for (SignedNote note : checkpoints.values()) {
            Path held = folder.resolve("checkpoint-" + Checkpoint.parse(note.text()).size());
            Files.writeString(held, note.encoded());
            command.addAll(List.of("--held", held.toString()));
        }
        verify(command);
        for (Path bundle : bundles.subList(Math.max(0, bundles.size() - newestBundles), bundles.size())) {
            verify(List.of("bundle", bundle.toString(), "--key", key, "--log", log));
        }
    }

    private void verify(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", VERIFIER.toString()));
        command.addAll(arguments);
        command.addAll(List.of("--lang", "en"));
        Process verifier = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String report = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(verifier.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(verifier.exitValue()).as(report).isZero();
        } finally {
            verifier.destroyForcibly();
        }
    }
}
