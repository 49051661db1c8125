package org.isnad.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written here is verified by Go's {@code golang.org/x/mod/sumdb} ({@code src/test/go/interop}), and the other way round.
 * Needs the packages golang-go and golang-golang-x-mod-dev of Debian or Ubuntu, which install into {@code GOPATH} below.
 */
class GoInteropTest {
    private static final Path GOPATH = Path.of("/usr/share/gocode");
    private static final Path GO_LIBRARY = GOPATH.resolve("src/golang.org/x/mod/sumdb/tlog");
    /** Three levels of tiles, and none of them full. */
    private static final int SIZE = 256 * 256 + 700;

    @TempDir
    static Path build;

    private static MemoryLog log;
    private static Ed25519Signer key;

    @TempDir
    Path directory;

    @BeforeAll
    static void buildTheProgram() throws Exception {
        boolean present = Files.isDirectory(GO_LIBRARY) && onPath("go");
        if (System.getenv("ISNAD_CI") != null) {
            assertThat(present).as("golang-go and golang-golang-x-mod-dev are installed").isTrue();
        }
        assumeTrue(present, "golang-go and golang-golang-x-mod-dev are not installed");
        Outcome built = run(Map.of("GOPATH", GOPATH.toString(), "GO111MODULE", "off", "GOFLAGS", "", "GOCACHE",
                build.resolve("cache").toString()), "go", "build", "-o", program(), "./src/test/go/interop");
        assertThat(built.exit()).as(built.said()).isZero();
        log = MemoryLog.ofSize(SIZE);
        key = Ed25519Signer.generate(log.origin());
    }

    @Test
    void goVerifiesTheLogAndItsProofs() throws Exception {
        write();

        Outcome checked = run(Map.of(), program(), directory.toString());

        assertThat(checked.said()).isEqualTo("66236 entries, 9 inclusion proofs, 8 consistency proofs\n");
        assertThat(checked.exit()).isZero();
    }

    @Test
    void javaVerifiesWhatGoSigned() throws Exception {
        write();
        assertThat(run(Map.of(), program(), directory.toString()).exit()).isZero();

        SignedNote note = SignedNote.parse(Files.readString(directory.resolve("go-note")));
        String verifierKey = Files.readString(directory.resolve("go-vkey"));
        Ed25519Signer signer = Ed25519Signer.parse(Files.readString(directory.resolve("go-skey")));
        assertThat(note.verifiedBy(NoteVerifier.of(verifierKey))).containsExactly("go.example/log");
        assertThat(signer.verifierKey()).isEqualTo(verifierKey);
        assertThat(SignedNote.of(note.text(), signer)).isEqualTo(note);
    }

    /** Else the two tests above would show nothing. */
    @Test
    void goRefusesWhatWasChanged() throws Exception {
        for (String file : List.of("log/checkpoint", "log/tile/0/002", "log/tile/1/000", "log/tile/2/000.p/1",
                "log/tile/entries/258.p/188", "inclusion/65535", "consistency/65537", "note")) {
            write();
            Path changed = directory.resolve(file);
            byte[] bytes = Files.readAllBytes(changed);
            // Within a root, a hash, an entry or a text.
            bytes[Math.min(40, bytes.length - 2)] ^= 1;
            Files.write(changed, bytes);

            Outcome checked = run(Map.of(), program(), directory.toString());

            assertThat(checked.exit()).as(file + ": " + checked.said()).isEqualTo(1);
        }
    }

    private void write() throws IOException {
        CosignatureSigner witness = CosignatureSigner.generate("witness.example/w1", Clock.systemUTC());
        SignedNote checkpoint = log.signed(SIZE, key, witness);
        log.writeTo(directory.resolve("log"), checkpoint, KeyHistory.startingWith(key.verifierKey()));
        write("origin", log.origin());
        write("vkey", key.verifierKey());
        write("skey", key.encoded());
        write("note", SignedNote.of("A text of two lines,\n\nthe second after an empty one.\n", key).encoded());
        for (long index : new long[]{0, 1, 255, 256, 32_767, 65_535, 65_536, SIZE - 189, SIZE - 1}) {
            write("inclusion/" + index, log.proof(index, checkpoint).encoded());
        }
        for (long size : new long[]{1, 2, 255, 256, 65_535, 65_536, 65_537, SIZE - 1}) {
            String proof = log.tree(SIZE).consistency(size).stream().map(Hash::base64)
                    .collect(Collectors.joining("\n"));
            write("consistency/" + size, proof + "\n\n" + log.signed(size, key).encoded());
        }
    }

    private void write(String file, String content) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static String program() {
        return build.resolve("interop").toString();
    }

    private record Outcome(int exit, String said) {}

    private static Outcome run(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), said);
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
