package org.isnad.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Ed25519Signer;
import org.isnad.tlog.Hash;
import org.isnad.tlog.MemoryLog;
import org.isnad.tlog.SignedNote;

/** Checkpoints in a folder: one file each, never overwritten, and read when they contradict. */
class FolderWitnessTest {
    private static final MemoryLog LOG = MemoryLog.ofSize(100);
    private static final Ed25519Signer KEY = Ed25519Signer.generate(LOG.origin());

    @TempDir
    Path folder;

    @Test
    void eachCheckpointIsAFileOfItsOwn() throws Exception {
        FolderWitness witness = new FolderWitness(folder);
        assertThat(witness.push(of(40))).isEqualTo("000000000040.checkpoint");
        assertThat(witness.push(of(100))).isEqualTo("000000000100.checkpoint");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(
                    "000000000040.checkpoint", "000000000100.checkpoint");
        }
        assertThat(folder.resolve("000000000040.checkpoint")).content().isEqualTo(of(40).note().encoded());
    }

    @Test
    void theSameCheckpointAgainLeavesTheFileAlone() throws Exception {
        new FolderWitness(folder).push(of(40));
        Path file = folder.resolve("000000000040.checkpoint");
        String before = Files.readString(file);
        SignedNote byAnotherKey = SignedNote.of(of(40).note().text(), Ed25519Signer.generate(LOG.origin()));
        new FolderWitness(folder).push(new WitnessTarget.Handover(byAnotherKey, 0, LOG));
        assertThat(file).content().isEqualTo(before);
    }

    @Test
    void whatAKilledDeskLeftHalfWrittenIsNoCheckpoint() throws Exception {
        Files.writeString(folder.resolve("000000000040.checkpoint.new"), "half");
        new FolderWitness(folder).push(of(40));
        assertThat(folder.resolve("000000000040.checkpoint")).content().isEqualTo(of(40).note().encoded());
    }

    @Test
    void aLargerOrAnotherTreeThereIsAnAlarm() throws Exception {
        new FolderWitness(folder).push(of(100));
        assertThatThrownBy(() -> new FolderWitness(folder).push(of(40))).isInstanceOf(WitnessTarget.Refused.class)
                .hasMessageContaining("100 events").hasMessageContaining("newest has 40");
        SignedNote fork = SignedNote.of(new Checkpoint(LOG.origin(), 100, Hash.leaf(new byte[0])).text(), KEY);
        assertThatThrownBy(() -> new FolderWitness(folder).push(new WitnessTarget.Handover(fork, 0, LOG)))
                .isInstanceOf(WitnessTarget.Refused.class).hasMessageContaining("another signed tree");
    }

    @Test
    void aFolderThatIsNotThereOrAnothersIsExplained() throws Exception {
        assertThatThrownBy(() -> new FolderWitness(folder.resolve("mnt")).push(of(40)))
                .isInstanceOf(IOException.class).hasMessageContaining("Is its disk mounted?");
        assertThat(folder.resolve("mnt")).doesNotExist();
        SignedNote others = SignedNote.of(new Checkpoint("other.example/log", 7, Hash.leaf(new byte[0])).text(), KEY);
        Files.writeString(folder.resolve("000000000007.checkpoint"), others.encoded());
        assertThatThrownBy(() -> new FolderWitness(folder).push(of(40))).isInstanceOf(IOException.class)
                .hasMessageContaining("other.example/log");
        Files.writeString(folder.resolve("000000000007.checkpoint"), "nothing");
        assertThatThrownBy(() -> new FolderWitness(folder).push(of(40))).isInstanceOf(IOException.class)
                .hasMessageContaining("is no checkpoint");
    }

    private static WitnessTarget.Handover of(long size) {
        Checkpoint checkpoint = new Checkpoint(LOG.origin(), size, LOG.tree(size).root());
        return new WitnessTarget.Handover(SignedNote.of(checkpoint.text(), KEY), 0, LOG);
    }
}
