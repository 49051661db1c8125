package org.isnad.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is flipped, deleted, swapped, inserted or cut off is noticed, and the report names it. */
class TamperingTest {
    private static final SampleLog SAMPLE = SampleLog.ofSize(600);
    private static final List<String> FOR_READING = List.of("history.html", "README.txt");
    private static final int ROUNDS = 12;

    @TempDir
    Path directory;
    private Path zip;

    @BeforeEach
    void name() {
        zip = directory.resolve("made.zip");
    }

    @Test
    void everyChangeOfABundleIsNoticed() {
        Map<String, byte[]> bundle = SAMPLE.bundle(0, 60);
        assertThat(verify("bundle", bundle).exit()).isZero();
        bundle.keySet().stream().filter(file -> !FOR_READING.contains(file)).forEach(file -> {
            Map<String, byte[]> without = new TreeMap<>(bundle);
            without.remove(file);
            noticed("bundle", without, file + " is missing");
        });
        Random random = new Random(1);
        bundle.forEach((file, content) -> {
            if (!FOR_READING.contains(file)) {
                // What the heading says is compared with the events, which are then named.
                String named = file.equals("bundle.txt") ? "(?s).*(bundle.txt|events/).*" : "(?s).*" + file + ".*";
                for (byte[] changed : changes(content, random)) {
                    noticedAs("bundle", with(bundle, file, changed), named);
                }
            }
        });
        noticed("bundle", with(bundle, "events/00099.json", new byte[0]), "events/00099.json does not belong here");
        for (String kind : List.of("json", "proof", "opening", "values")) {
            Map<String, byte[]> swapped = with(bundle, "events/00003." + kind, bundle.get("events/00004." + kind));
            swapped.put("events/00004." + kind, bundle.get("events/00003." + kind));
            noticed("bundle", swapped, "events/00003." + kind);
        }
    }

    @Test
    void everyChangeOfAnExportIsNoticed() {
        Map<String, byte[]> export = SAMPLE.export(directory.resolve("log"));
        assertThat(verify("log", export).exit()).isZero();
        export.keySet().forEach(file -> {
            Map<String, byte[]> without = new TreeMap<>(export);
            without.remove(file);
            noticed("log", without, file + " is missing");
        });
        Random random = new Random(2);
        export.forEach((file, content) -> {
            // An entry is compared with the tile over it, which is then named.
            String named = "(?s).*(" + file + "|" + file.replace("entries", "0") + ").*";
            for (int round = 0; round < (file.endsWith(".txt") ? 10 : 1); round++) {
                for (byte[] changed : changes(content, random)) {
                    noticedAs("log", with(export, file, changed), named);
                }
            }
        });
        assertThat(verify("log", with(export, "tile/0/009", new byte[8192])).out())
                .contains("NOTE    tile/0/009 is not needed for a log of this size");
    }

    @Test
    void linesThatAreSwappedRepeatedOrTakenOutAreNoticed() {
        Map<String, byte[]> export = SAMPLE.export(directory.resolve("log"));
        Random random = new Random(3);
        for (String file : List.of("openings.txt", "values.txt")) {
            List<String> lines = new String(export.get(file), StandardCharsets.UTF_8).lines().toList();
            for (int round = 0; round < ROUNDS; round++) {
                int at = random.nextInt(lines.size() - 1);
                List<String> swapped = new ArrayList<>(lines);
                Collections.swap(swapped, at, at + 1);
                List<String> repeated = new ArrayList<>(lines);
                repeated.add(at, lines.get(at));
                List<String> without = new ArrayList<>(lines);
                without.remove(at);
                for (List<String> changed : List.of(swapped, repeated, without)) {
                    byte[] content = SampleLog.utf8(String.join("\n", changed) + "\n");
                    noticed("log", with(export, file, content), file);
                }
            }
        }
    }

    @Test
    void aSecondFileOfOneNameIsNoticed() throws IOException {
        Map<String, byte[]> bundle = with(SAMPLE.bundle(0, 60), "events/00001.jsoN", new byte[]{'{', '}'});
        byte[] bytes = java.nio.file.Files.readAllBytes(SampleLog.zip(bundle, zip));
        String twice = new String(bytes, StandardCharsets.ISO_8859_1).replace("events/00001.jsoN",
                "events/00001.json");
        java.nio.file.Files.write(zip, twice.getBytes(StandardCharsets.ISO_8859_1));
        SampleLog.Run run = SampleLog.run("bundle", zip.toString(), "--key", SAMPLE.key.verifierKey());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("events/00001.json is there twice");
    }

    /** A bit flipped, the end cut off, something put after it, something put into it, a piece taken out. */
    private static List<byte[]> changes(byte[] content, Random random) {
        List<byte[]> changes = new ArrayList<>();
        byte[] longer = Arrays.copyOf(content, content.length + 1);
        longer[content.length] = 'x';
        changes.add(longer);
        if (content.length > 0) {
            int at = random.nextInt(content.length);
            byte[] flipped = content.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            changes.add(flipped);
            changes.add(Arrays.copyOf(content, at));
            byte[] inserted = Arrays.copyOf(content, content.length + 1);
            System.arraycopy(content, at, inserted, at + 1, content.length - at);
            inserted[at] = '7';
            changes.add(inserted);
            byte[] without = Arrays.copyOf(content, content.length - 1);
            System.arraycopy(content, at + 1, without, at, content.length - at - 1);
            changes.add(without);
        }
        changes.removeIf(changed -> Arrays.equals(changed, content));
        return changes;
    }

    private static Map<String, byte[]> with(Map<String, byte[]> files, String file, byte[] content) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.put(file, content);
        return changed;
    }

    private void noticed(String command, Map<String, byte[]> files, String named) {
        noticedAs(command, files, "(?s).*" + java.util.regex.Pattern.quote(named) + ".*");
    }

    private void noticedAs(String command, Map<String, byte[]> files, String named) {
        SampleLog.Run run = verify(command, files);
        assertThat(run.exit()).as(() -> named + "\n" + run).isEqualTo(1);
        List<String> faults = run.out().lines().filter(line -> line.startsWith("WRONG")).toList();
        assertThat(String.join("\n", faults)).matches(named);
    }

    private SampleLog.Run verify(String command, Map<String, byte[]> files) {
        return SampleLog.run(command, SampleLog.zip(files, zip).toString(), "--key", SAMPLE.key.verifierKey());
    }
}
