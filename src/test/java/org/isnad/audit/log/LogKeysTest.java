package org.isnad.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Ed25519Signer;
import org.isnad.tlog.Hash;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.SignedNote;

/** The log's key through its life: first key, new keys, crashes, many nodes. */
class LogKeysTest extends LogFolderLife {
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
                    dying(step).rotate(keepOld);
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
                dying(step).sign(50, TREE);
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
    void aTreeThatWentAnotherWayIsRefusedWithWhatToDo() throws Exception {
        signer().sign(100, TREE);
        assertThatThrownBy(() -> signer().sign(150, OTHER_TREE)).isInstanceOf(LogSigner.Refused.class)
                .hasMessageContaining("not those that were signed").hasMessageContaining("Keep a copy");
        assertThatThrownBy(() -> new LogSigner(folder, "example.org/other").sign(150, TREE))
                .hasMessageContaining("isnad.log.origin=" + ORIGIN);
        Files.delete(folder.resolve("keys"));
        assertThatThrownBy(() -> signer().sign(150, TREE)).hasMessageContaining("log restore");
    }

    private LogSigner dying(int step) {
        return new LogSigner(new LogFolder(folder, dyingAt(step)), ORIGIN);
    }
}
