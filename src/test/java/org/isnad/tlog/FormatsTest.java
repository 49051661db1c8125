package org.isnad.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints, paths of tiles, bundles of entries and proofs: one spelling each, and no other is read. */
class FormatsTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final MemoryLog LOG = MemoryLog.ofSize(300);
    private static final Ed25519Signer KEY = Ed25519Signer.generate(LOG.origin());

    @Test
    void aCheckpointIsWrittenAndReadAgain() {
        String text = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";
        Checkpoint checkpoint = Checkpoint.parse(text);
        assertThat(checkpoint)
                .isEqualTo(new Checkpoint("example.com/behind-the-sofa", 20_852_163, Hash.parse(ROOT)));
        assertThat(checkpoint.text()).isEqualTo(text);
        assertThat(Checkpoint.parse(text + "one\ntwo more\n").extensions()).containsExactly("one", "two more");
        assertThat(new Checkpoint("o", 0, Hash.EMPTY).text())
                .isEqualTo("o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "o\n5\n", "\n5\n" + ROOT + "\n", "o\n05\n" + ROOT + "\n", "o\n-5\n" + ROOT + "\n",
            "o\n+5\n" + ROOT + "\n", "o\n\u0665\n" + ROOT + "\n", "o\n9223372036854775808\n" + ROOT + "\n",
            "o\n99999999999999999999\n" + ROOT + "\n", "o\n5\n" + ROOT, "o\r\n5\r\n" + ROOT + "\r\n",
            "o\n0\n" + ROOT + "\n",
            "o\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
            "o\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
            "o\n5\nAAAA\n", "o\n5\n" + ROOT + "\n\n", "o\n5\n" + ROOT + "\n\nmore\n"})
    void isNoCheckpoint(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"0,0,256,tile/0/000", "0,1067,5,tile/0/x001/067.p/5", "1,1234067,256,tile/1/x001/x234/067",
            "-1,999,255,tile/entries/999.p/255", "63,36028797018963967,1,tile/63/x036/x028/x797/x018/x963/967.p/1"})
    void aTileHasItsPath(int level, long index, int width, String path) {
        TilePath tile = new TilePath(level, index, width);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(TilePath.parse(path)).isEqualTo(tile);
    }

    @Property
    void anyTileIsFoundByItsPath(@ForAll @IntRange(min = -1, max = 63) int level,
            @ForAll @LongRange(max = (1L << 55) - 1) long index, @ForAll @IntRange(min = 1, max = 256) int width) {
        TilePath tile = new TilePath(level, index, width);
        assertThat(TilePath.parse(tile.path())).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/00/000", "tile/64/000", "tile/-1/000",
            "tile/0/x000/000",
            "tile/0/001/067", "tile/0/x001/x067", "tile/0/x01/067", "tile/0/X001/067", "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/05", "tile/0/000.p", "tile/0/000.p/", "tile/0/000/", "/tile/0/000", "tile//0/000",
            "tile/0/000\n",
            "tile/Entries/000", "tile/0/../0/000", "tile/0/x036/x028/x797/x018/x963/968",
            "tile/0/x001/x000/x000/x000/x000/x000/000",
            "tile/0/\u0660\u0660\u0660", "tile/0/000.p/-1", "tile/0/000.p/+5"})
    void isNoPathOfATile(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> TilePath.parse(path));
    }

    @Test
    void aLogOfASizeHasItsTiles() {
        // The example of tlog-tiles.
        assertThat(TilePath.extent(0, 70_000)).isEqualTo(new TilePath.Extent(273, 112));
        assertThat(TilePath.extent(TilePath.ENTRIES, 70_000)).isEqualTo(new TilePath.Extent(273, 112));
        assertThat(TilePath.extent(1, 70_000)).isEqualTo(new TilePath.Extent(1, 17));
        assertThat(TilePath.extent(2, 70_000)).isEqualTo(new TilePath.Extent(0, 1));
        assertThat(TilePath.extent(3, 70_000)).isEqualTo(new TilePath.Extent(0, 0));
        assertThat(TilePath.extent(8, 70_000)).isEqualTo(new TilePath.Extent(0, 0));
        assertThat(new TilePath(0, 5, 3).full()).isEqualTo(new TilePath(0, 5, 256));
    }

    @Property(tries = 200)
    void entriesAreBundled(@ForAll @Size(max = 256) List<byte[]> entries) {
        List<byte[]> read = EntryBundle.decode(EntryBundle.encode(entries));
        assertThat(read).hasSameSizeAs(entries);
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i)).isEqualTo(entries.get(i));
        }
    }

    @Test
    void anEntryStaysUnder64KiB() {
        byte[] largest = new byte[65_535];
        assertThat(EntryBundle.decode(EntryBundle.encode(List.of(largest)))).singleElement().isEqualTo(largest);
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
                .withMessage("An entry of 65536 bytes; 65535 at most");
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.decode(new byte[]{0, 1, 7, 0}))
                .withMessage("The bundle ends within its entry number 2");
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.decode(new byte[]{0, 2, 7}))
                .withMessage("The bundle ends within its entry number 1");
    }

    @Test
    void aProofIsWrittenAndReadAgain() {
        LogProof proof = LOG.proof(299, LOG.signed(300, KEY));
        assertThat(LogProof.parse(proof.encoded())).isEqualTo(proof);
        assertThat(proof.encoded()).startsWith("c2sp.org/tlog-proof@v1\nindex 299\n");
        assertThat(proof.verify(LOG.leaf(299), KEY.verifier()).size()).isEqualTo(300);

        LogProof withExtra = new LogProof(299, proof.path(), proof.checkpoint(), new byte[]{1, 2});
        assertThat(withExtra.encoded()).startsWith("c2sp.org/tlog-proof@v1\nextra AQI=\nindex 299\n");
        assertThat(LogProof.parse(withExtra.encoded())).isEqualTo(withExtra);

        LogProof only = MemoryLog.ofSize(1).proof(0, MemoryLog.ofSize(1).signed(1, KEY));
        assertThat(LogProof.parse(only.encoded())).isEqualTo(only);
    }

    @Test
    void aProofNeedsATrustedKey() {
        LogProof proof = LOG.proof(7, LOG.signed(300, KEY));
        Ed25519Signer stranger = Ed25519Signer.generate(LOG.origin());
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> proof.verify(LOG.leaf(7), stranger.verifier()))
                .withMessage("The proof's checkpoint is not signed by a trusted key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@v1>@v2", "index 7>index 07", "index 7>index -1", "index 7\n>", "index 7>extra \nindex 7",
            "index 7>extra !\nindex 7", "\n\n>\n", "index 7\n>index 7\nAAAA\n", "index 7>index 7\r"})
    void isNoProof(String change) {
        String proof = LOG.proof(7, LOG.signed(300, KEY)).encoded();
        String changed = proof.replace(change.substring(0, change.indexOf('>')),
                change.substring(change.indexOf('>') + 1));
        assertThat(changed).isNotEqualTo(proof);
        assertThatIllegalArgumentException().isThrownBy(() -> LogProof.parse(changed));
    }

    @Test
    void aHashHas32Bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[31]))
                .withMessage("A hash has 32 bytes, not 31");
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.at(1, new byte[32]));
        byte[] bytes = new byte[32];
        Hash hash = Hash.of(bytes);
        bytes[0] = 1;
        hash.bytes()[0] = 1;
        assertThat(hash.hex()).isEqualTo("00".repeat(32));
        assertThat(Hash.EMPTY.hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
