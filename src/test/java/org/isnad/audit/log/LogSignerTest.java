package org.isnad.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.tlog.Hash;

class LogSignerTest {
    @TempDir
    Path folder;

    @Test
    void aTreeThatWentAnotherWayIsNotSigned() throws Exception {
        LogSigner signer = new LogSigner(folder.resolve("signer"), "example.org/log");
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            leaves.add(Hash.leaf(new byte[]{(byte) i}));
        }
        signer.sign(100, (level, from, count) -> leaves.subList((int) from, (int) from + count));
        for (int changed = 0; changed < 100; changed += 5) {
            List<Hash> other = new ArrayList<>(leaves);
            other.set(changed, Hash.leaf(new byte[]{1, 1}));
            assertThatThrownBy(
                    () -> signer.sign(200, (level, from, count) -> other.subList((int) from, (int) from + count)))
                    .isInstanceOf(LogSigner.Refused.class).hasMessageContaining("not those that were signed");
        }
        signer.sign(200, (level, from, count) -> leaves.subList((int) from, (int) from + count));
    }

    @Test
    void theSecretKeyIsReadableByItsOwnerOnly() throws Exception {
        LogSigner signer = new LogSigner(folder.resolve("signer"), "example.org/log");
        signer.begin();
        assertThat(Files.getPosixFilePermissions(folder.resolve("signer/key"))).hasSize(2);
        assertThat(Files.readString(folder.resolve("signer/keys"))).doesNotContain("PRIVATE");
    }
}
