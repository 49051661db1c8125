package org.isnad.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.tlog.Hash;
import org.isnad.tlog.Hashes;

/** A folder of a log's key, the tree that it signs, and a process that dies while it changes it. */
abstract class LogFolderLife {
    static final String ORIGIN = "example.org/log";
    static final int LEAVES = 200;
    static final List<Hash> HASHES = leaves(0);
    static final Hashes TREE = (level, from, count) -> HASHES.subList((int) from, (int) from + count);
    static final List<Hash> OTHER_HASHES = leaves(1);
    static final Hashes OTHER_TREE = (level, from, count) -> OTHER_HASHES.subList((int) from,
            (int) from + count);

    @TempDir
    Path place;
    Path folder;

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

    static final class Killed extends Error {
        static final long serialVersionUID = 1L;
    }

    /** Dies at the given step of what is done to the disk. */
    static DurableFiles dyingAt(int step) {
        int[] left = {step};
        return new DurableFiles(() -> {
            if (--left[0] == 0) {
                throw new Killed();
            }
        });
    }

    Path backup(long size) throws LogSigner.Refused {
        signer().sign(size, TREE);
        Path backup = folder.resolveSibling(folder.getFileName() + "-backup");
        java.io.PrintStream nowhere = new java.io.PrintStream(java.io.OutputStream.nullOutputStream());
        assertThat(new LogBackupCommand(new TestLogSettings(folder, ORIGIN)).run(List.of(backup.toString()), nowhere))
                .isZero();
        return backup;
    }

    LogRestore restore(Path backup) {
        return new LogRestore(new LogFolder(backup), new LogFolder(folder), ORIGIN);
    }

    void lose() throws Exception {
        for (String name : files()) {
            if (!name.equals("lock")) {
                Files.delete(folder.resolve(name));
            }
        }
    }

    Set<String> files() throws Exception {
        try (var all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).collect(java.util.stream.Collectors.toSet());
        }
    }

    LogSigner signer() {
        return signer(folder);
    }

    static LogSigner signer(Path folder) {
        return new LogSigner(folder, ORIGIN);
    }
}
