package org.isnad.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Ed25519Signer;
import org.isnad.tlog.Hash;
import org.isnad.tlog.Hashes;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.SignedNote;

/** The folder of the log's key through its life: first key, new keys, crashes, backup, loss. */
class LogKeysTest {
    private static final String ORIGIN = "example.org/log";
    private static final int LEAVES = 200;
    private static final List<Hash> HASHES = leaves(0);
    private static final Hashes TREE = (level, from, count) -> HASHES.subList((int) from, (int) from + count);
    private static final List<Hash> OTHER_HASHES = leaves(1);
    private static final Hashes OTHER_TREE = (level, from, count) -> OTHER_HASHES.subList((int) from,
            (int) from + count);

    @TempDir
    Path place;
    private Path folder;

    @BeforeEach
    void aFolderOfItsOwn() throws Exception {
        folder = Files.createDirectory(place.resolve("log"));
    }

    private static List<Hash> leaves(int kind) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < LEAVES; i++) {
            leaves.add(Hash.leaf(new byte[]{(byte) i, (byte) kind}));
        }
        return leaves;
    }

    @Test
    void aNewKeySignsTheSameTreeAgainAndIsTrustedByWhoeverTrustedTheOldOne() throws Exception {
        LogSigner signer = signer();
        SignedNote first = signer.sign(100, TREE).note();
        String heldKey = signer.keys().orElseThrow().latest();

        signer.rotate(false);
        LogSigner.Signed again = signer.sign(100, TREE);
        KeyHistory keys = signer.keys().orElseThrow();

        assertThat(keys.keys()).containsExactly(heldKey, again.key());
        assertThat(again.note().text()).isEqualTo(first.text());
        assertThat(again.note()).isNotEqualTo(first);
        for (SignedNote note : List.of(first, again.note(), signer.sign(150, TREE).note())) {
            assertThat(keys.verify(note, heldKey).origin()).isEqualTo(ORIGIN);
        }
        assertThat(signer.sign(150, TREE).note()).as("signed once").isEqualTo(signer.last().orElseThrow());
    }

    @Test
    void theOldSecretKeyIsDestroyedUnlessItIsKept() throws Exception {
        LogSigner signer = signer();
        signer.begin();
        String old = Files.readString(folder.resolve("key"));
        signer.rotate(false);
        assertThat(files()).containsExactlyInAnyOrder("key", "keys", "lock").allSatisfy(
                name -> assertThat(Files.readString(folder.resolve(name))).doesNotContain(old.strip()));
        String second = Files.readString(folder.resolve("key"));
        signer.rotate(true);
        assertThat(Files.readString(folder.resolve("key.old-2"))).isEqualTo(second);
        assertThat(Files.getPosixFilePermissions(folder.resolve("key.old-2"))).containsExactlyInAnyOrder(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void anOldKeyThatWasStolenCannotSignWhatComesLater() throws Exception {
        LogSigner signer = signer();
        signer.sign(100, TREE);
        Ed25519Signer stolen = Ed25519Signer.parse(Files.readString(folder.resolve("key")).strip());
        signer.rotate(false);
        KeyHistory keys = signer.keys().orElseThrow();
        SignedNote forged = SignedNote.of(new Checkpoint(ORIGIN, 101, Hash.leaf(new byte[0])).text(), stolen);
        assertThatThrownBy(() -> keys.verify(forged, stolen.verifierKey())).hasMessageContaining("not in use");
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A process that dies at the given step of what it does to the disk. */
    private LogSigner dyingAt(int step) {
        int[] left = {step};
        return new LogSigner(new LogFolder(folder, new DurableFiles(() -> {
            if (--left[0] == 0) {
                throw new Killed();
            }
        })), ORIGIN);
    }

    @Test
    void aKillAtAnyStepOfAChangeOfKeyLeavesALogThatGoesOn() throws Exception {
        signer().sign(100, TREE);
        String heldKey = signer().keys().orElseThrow().latest();
        int changes = 0;
        int killed = 0;
        for (boolean keepOld : List.of(false, true)) {
            for (int step = 1;; step++) {
                int before = signer().keys().orElseThrow().keys().size();
                boolean done = false;
                try {
                    dyingAt(step).rotate(keepOld);
                    done = true;
                } catch (Killed e) {
                    killed++;
                }
                LogSigner.Signed next = signer().sign(100 + killed, TREE);
                KeyHistory keys = signer().keys().orElseThrow();
                assertThat(keys.keys()).hasSizeBetween(before, before + 1);
                changes += keys.keys().size() - before;
                assertThat(next.key()).isEqualTo(keys.latest());
                assertThat(keys.verify(next.note(), heldKey).size()).isEqualTo(100 + killed);
                assertThat(keys.verify(next.note(), keys.latest()).size()).isEqualTo(100 + killed);
                assertThat(files()).doesNotContain("key.next");
                if (done) {
                    break;
                }
            }
        }
        assertThat(killed).isGreaterThan(12);
        assertThat(changes).as("killed before, and killed after what counts").isBetween(4, killed);
    }

    @Test
    void aKillAtAnyStepOfTheFirstSignatureLeavesALogThatGoesOn() throws Exception {
        for (int step = 1;; step++) {
            try {
                dyingAt(step).sign(50, TREE);
                break;
            } catch (Killed e) {
                String key = signer().sign(50, TREE).key();
                assertThat(signer().keys().orElseThrow().keys()).containsExactly(key);
            }
            for (String name : files()) {
                Files.delete(folder.resolve(name));
            }
        }
    }

    @Test
    void aKillAtAnyStepOfARestoreLosesNothingThatWasSigned() throws Exception {
        signer().sign(100, TREE);
        Path older = place.resolve("older");
        for (String name : List.of("key", "keys", "checkpoint")) {
            Files.createDirectories(older);
            Files.copy(folder.resolve(name), older.resolve(name));
        }
        signer().rotate(false);
        Path backup = backup(120);
        int killed = 0;
        for (boolean empty : List.of(true, false)) {
            for (int step = 1;; step++) {
                lose();
                if (!empty) {
                    for (String name : List.of("key", "keys", "checkpoint")) {
                        Files.copy(older.resolve(name), folder.resolve(name));
                    }
                }
                int[] left = {step};
                LogFolder dying = new LogFolder(folder, new DurableFiles(() -> {
                    if (--left[0] == 0) {
                        throw new Killed();
                    }
                }));
                try {
                    new LogRestore(new LogFolder(backup), dying, ORIGIN).run(List.of(), List.of());
                    break;
                } catch (Killed e) {
                    killed++;
                }
                try {
                    restore(backup).run(List.of(), List.of());
                } catch (LogSigner.Refused e) {
                    assertThat(e).as("all was done before it died").hasMessageContaining("nothing to put back");
                }
                assertThat(Checkpoint.parse(signer().last().orElseThrow().text()).size()).isEqualTo(120);
                assertThat(signer().sign(120, TREE).key()).isEqualTo(signer(backup).keys().orElseThrow().latest());
            }
        }
        assertThat(killed).isGreaterThan(12);
    }

    /** A node that read the size before another one appended and signed must not take the other's tree for a lost one. */
    @Test
    void nodesThatSignAGrowingTreeDoNotRefuseEachOther() throws Exception {
        AtomicLong size = new AtomicLong(1);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<LogSigner.Signed>> nodes = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                nodes.add(() -> {
                    size.incrementAndGet();
                    return signer().sign(size::get, TREE);
                });
            }
            for (Future<LogSigner.Signed> node : threads.invokeAll(nodes)) {
                node.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(Checkpoint.parse(signer().last().orElseThrow().text()).size()).isEqualTo(101);
    }

    @Test
    void keysMayChangeWhileNodesSign() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Long>> nodes = new ArrayList<>();
            for (int node = 0; node < 3; node++) {
                nodes.add(() -> {
                    long size = 0;
                    for (int i = 0; i < 30; i++) {
                        size = Math.max(size, signer().sign(LEAVES, TREE).note().text().length());
                    }
                    return size;
                });
            }
            nodes.add(() -> {
                for (int i = 0; i < 5; i++) {
                    signer().rotate(false);
                }
                return 0L;
            });
            signer().begin();
            for (Future<Long> node : threads.invokeAll(nodes)) {
                node.get();
            }
        } finally {
            threads.shutdownNow();
        }
        KeyHistory keys = signer().keys().orElseThrow();
        assertThat(keys.keys()).hasSize(6);
        assertThat(keys.verify(signer().sign(LEAVES, TREE).note(), keys.keys().get(0)).size()).isEqualTo(LEAVES);
    }

    @Test
    void aLostFolderIsPutBackWithTheNewestCheckpointThatAnybodyHas() throws Exception {
        Path backup = backup(100);
        SignedNote inDatabase = signer().sign(120, TREE).note();
        SignedNote atWitness = signer().sign(130, TREE).note();
        String key = signer().keys().orElseThrow().latest();
        lose();

        LogRestore.Done done = restore(backup).run(List.of(new LogRestore.Known("witness.txt", atWitness)),
                List.of(new LogCheckpoints.Row(inDatabase, key, Instant.EPOCH)));

        assertThat(done.remembered().orElseThrow().from()).isEqualTo("witness.txt");
        assertThat(signer().last()).contains(atWitness);
        assertThat(files()).containsExactlyInAnyOrder("key", "keys", "checkpoint", "lock");
        assertThat(Files.getPosixFilePermissions(folder.resolve("key"))).hasSize(2);
        assertThatThrownBy(() -> signer().sign(129, TREE)).isInstanceOf(LogSigner.Refused.class)
                .hasMessageContaining("1 are lost").hasMessageContaining("docs/operating.md");
        assertThat(signer().sign(LEAVES, TREE).key()).isEqualTo(key);
    }

    @Test
    void theDatabaseIsBelievedOnlyWhereTheKeySigned() throws Exception {
        Path backup = backup(100);
        String key = signer().keys().orElseThrow().latest();
        lose();
        SignedNote forged = SignedNote.parse(new Checkpoint(ORIGIN, 50_000, HASHES.get(0)).text() + "\n"
                + signer(backup).last().orElseThrow().signatures().get(0).line());

        LogRestore.Done done = restore(backup).run(List.of(),
                List.of(new LogCheckpoints.Row(forged, key, Instant.EPOCH)));

        assertThat(done.passedOver()).singleElement().asString().contains("50000 events");
        assertThat(done.remembered().orElseThrow().checkpoint().size()).isEqualTo(100);
    }

    @Test
    void nothingIsPutBackThatIsOlderForeignOrForked() throws Exception {
        Path backup = backup(100);
        assertThatThrownBy(() -> restore(backup).run(List.of(), List.of())).isInstanceOf(LogSigner.Refused.class)
                .hasMessageContaining("as new as all that is known");
        signer().sign(110, TREE);
        assertThatThrownBy(() -> restore(backup).run(List.of(), List.of())).isInstanceOf(LogSigner.Refused.class)
                .hasMessageContaining("nothing to put back");
        LogSigner.Signed byNewKey = rotated();
        assertThatThrownBy(() -> restore(backup).run(List.of(), List.of())).hasMessageContaining("is newer");
        lose();
        assertThatThrownBy(() -> restore(backup).run(List.of(),
                List.of(new LogCheckpoints.Row(byNewKey.note(), byNewKey.key(), Instant.EPOCH))))
                .hasMessageContaining("older than the last change of key");
        assertThatThrownBy(
                () -> restore(backup).run(List.of(new LogRestore.Known("held", byNewKey.note())), List.of()))
                .hasMessageContaining("cannot be believed");
        Ed25519Signer key = Ed25519Signer.parse(Files.readString(backup.resolve("key")).strip());
        SignedNote fork = SignedNote.of(new Checkpoint(ORIGIN, 100, HASHES.get(3)).text(), key);
        assertThatThrownBy(() -> restore(backup).run(List.of(new LogRestore.Known("held", fork)), List.of()))
                .hasMessageContaining("two different signed trees");
        assertThat(files()).as("nothing was changed").containsExactly("lock");

        signer().begin();
        assertThatThrownBy(() -> restore(backup).run(List.of(), List.of())).hasMessageContaining("another log");
        Files.delete(folder.resolve("key"));
        assertThatThrownBy(() -> restore(backup).run(List.of(), List.of())).hasMessageContaining("damaged")
                .hasMessageContaining("--held");
    }

    private LogSigner.Signed rotated() throws LogSigner.Refused {
        signer().rotate(false);
        return signer().sign(110, TREE);
    }

    @Test
    void aFolderThatIsOlderThanTheBackupIsBroughtForward() throws Exception {
        signer().sign(100, TREE);
        for (String name : List.of("key", "keys", "checkpoint")) {
            Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-old"));
            Files.copy(folder.resolve(name), folder.resolveSibling(folder.getFileName() + "-old").resolve(name));
        }
        signer().rotate(false);
        Path backup = backup(120);
        lose();
        for (String name : List.of("key", "keys", "checkpoint")) {
            Files.move(folder.resolveSibling(folder.getFileName() + "-old").resolve(name), folder.resolve(name));
        }
        restore(backup).run(List.of(), List.of());
        assertThat(Checkpoint.parse(signer().last().orElseThrow().text()).size()).isEqualTo(120);
        assertThat(signer().keys().orElseThrow().keys()).hasSize(2);
        signer().sign(130, TREE);
    }

    @Test
    void aTreeThatWentAnotherWayIsRefusedWithWhatToDo() throws Exception {
        signer().sign(100, TREE);
        assertThatThrownBy(() -> signer().sign(150, OTHER_TREE)).isInstanceOf(LogSigner.Refused.class)
                .hasMessageContaining("not those that were signed").hasMessageContaining("Keep a copy");
        assertThatThrownBy(() -> new LogSigner(folder, "example.org/other").sign(150, TREE))
                .hasMessageContaining("isnad.log.origin=" + ORIGIN);
        Files.delete(folder.resolve("keys"));
        assertThatThrownBy(() -> signer().sign(150, TREE)).hasMessageContaining("log restore");
    }

    private Path backup(long size) throws LogSigner.Refused {
        signer().sign(size, TREE);
        Path backup = folder.resolveSibling(folder.getFileName() + "-backup");
        java.io.PrintStream nowhere = new java.io.PrintStream(java.io.OutputStream.nullOutputStream());
        assertThat(new LogBackupCommand(new TestLogSettings(folder, ORIGIN)).run(List.of(backup.toString()), nowhere))
                .isZero();
        return backup;
    }

    private LogRestore restore(Path backup) {
        return new LogRestore(new LogFolder(backup), new LogFolder(folder), ORIGIN);
    }

    private void lose() throws Exception {
        for (String name : files()) {
            if (!name.equals("lock")) {
                Files.delete(folder.resolve(name));
            }
        }
    }

    private Set<String> files() throws Exception {
        try (var all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).collect(java.util.stream.Collectors.toSet());
        }
    }

    private LogSigner signer() {
        return signer(folder);
    }

    private static LogSigner signer(Path folder) {
        return new LogSigner(folder, ORIGIN);
    }
}
