package org.isnad.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Ed25519Signer;
import org.isnad.tlog.SignedNote;

/** Putting the folder of the log's key back: what is taken, what is refused, and a kill halfway. */
class LogRestoreTest extends LogFolderLife {
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
                LogFolder dying = new LogFolder(folder, dyingAt(step));
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
    void aDamagedNoteIsNamedAndNothingIsChanged() throws Exception {
        Path backup = backup(100);
        for (Path damaged : List.of(folder, backup)) {
            String whole = Files.readString(damaged.resolve("checkpoint"));
            for (String text : List.of("", "half a no", ORIGIN + "\nmany\n\n" + whole.split("\n\n")[1])) {
                Files.writeString(damaged.resolve("checkpoint"), text);
                assertThatThrownBy(() -> restore(backup).run(List.of(), List.of()))
                        .isInstanceOf(LogSigner.Refused.class)
                        .hasMessageContaining("The file checkpoint in " + damaged + " is damaged")
                        .hasMessageContaining("--held");
                assertThat(Files.readString(damaged.resolve("checkpoint"))).isEqualTo(text);
                assertThatThrownBy(() -> signer(damaged).last()).isInstanceOf(LogSigner.Damaged.class)
                        .hasMessageContaining("is damaged").hasMessageContaining("log restore");
            }
            Files.writeString(damaged.resolve("checkpoint"), whole);
        }
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
}
