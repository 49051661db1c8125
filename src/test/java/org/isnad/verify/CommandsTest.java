package org.isnad.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.tlog.Ed25519Signer;
import org.isnad.tlog.MemoryLog;
import org.isnad.tlog.SignedNote;

/** What the commands say and how they end. */
class CommandsTest {
    private static final SampleLog SAMPLE = SampleLog.ofSize(600);
    private static final String KEY = SAMPLE.key.verifierKey();

    @TempDir
    Path directory;

    @Test
    void aBundleAloneDoesNotPromiseThatNothingFollowed() {
        SampleLog.Run run = SampleLog.run("bundle", zip("bundle", SAMPLE.bundle(0, 60)), "--key", KEY);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("All 12 events of CLAIM " + SampleLog.id(0) + " are in the log")
                .contains("was erased, as version 7 of").contains("Not checked: history.html, README.txt")
                .contains("cannot show that there are no events after its last one")
                .endsWith("VERIFIED: everything that was checked holds.\n");
    }

    @Test
    void theLogShowsLaterEventsAndThoseLeftOut() {
        String log = zip("log", SAMPLE.export(directory.resolve("log")));
        assertThat(SampleLog.run("bundle", zip("all", SAMPLE.bundle(0, 600)), "--key", KEY, "--log", log).out())
                .contains("has no other event among the 600 entries");

        SampleLog.Run later = SampleLog.run("bundle", zip("early", SAMPLE.bundle(0, 591)), "--key", KEY, "--log", log);
        assertThat(later.exit()).isZero();
        assertThat(later.out()).contains("had another event, at leaf 595");

        // Cut off before its last event, with a heading that fits: only the log can tell.
        Map<String, byte[]> cut = new TreeMap<>(SAMPLE.bundle(0, 60));
        cut.keySet().removeIf(file -> file.startsWith("events/00012"));
        cut.put("bundle.txt", SampleLog.utf8(
                new String(cut.get("bundle.txt"), java.nio.charset.StandardCharsets.UTF_8).replace("events 12",
                        "events 11")));
        assertThat(SampleLog.run("bundle", zip("cut", cut), "--key", KEY).exit()).isZero();
        SampleLog.Run left = SampleLog.run("bundle", zip("cut", cut), "--key", KEY, "--log", log);
        assertThat(left.exit()).isEqualTo(1);
        assertThat(left.out()).contains("at leaf 55 is not in the bundle, although the bundle's checkpoint covers it");
    }

    @Test
    void aHistoryThatWasRewrittenOrCutContradictsAHeldCheckpoint() throws IOException {
        Path log = directory.resolve("log");
        SAMPLE.export(log);
        String held = file("held", SAMPLE.checkpoint(300));
        assertThat(SampleLog.run("log", log.toString(), "--key", KEY, "--held", held).out())
                .contains("held: the first 300 entries are those of then");

        // The desk signs another history with its own key.
        MemoryLog other = new MemoryLog(SAMPLE.log.origin());
        other.append(List.of(new byte[32]));
        for (int i = 1; i < 600; i++) {
            other.append(List.of(SAMPLE.log.entry(i)));
        }
        Path rewritten = directory.resolve("rewritten");
        other.writeTo(rewritten, other.signed(600, SAMPLE.key), SAMPLE.keys);
        SampleLog.Run run = SampleLog.run("log", rewritten.toString(), "--key", KEY, "--held", held);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("held: the first 300 entries are not those of then");

        Path cut = directory.resolve("cut");
        SAMPLE.log.writeTo(cut, SAMPLE.checkpoint(299), SAMPLE.keys);
        SampleLog.Run shorter = SampleLog.run("log", cut.toString(), "--key", KEY, "--held", held);
        assertThat(shorter.exit()).isEqualTo(1);
        assertThat(shorter.out()).contains("held shows that the log once had 300 entries; now it has 299");

        String mine = file("mine", SAMPLE.checkpoint(600));
        String theirs = file("theirs", other.signed(600, SAMPLE.key));
        assertThat(SampleLog.run("compare", mine, theirs, "--key", KEY).out())
                .contains("The log signed two different trees of 600 entries");
        assertThat(SampleLog.run("compare", held, mine, "--key", KEY).exit()).isEqualTo(1);
        assertThat(SampleLog.run("compare", mine, held, "--key", KEY, "--log", log.toString()).out())
                .contains("The checkpoint of 600 entries continues the one of 300");
        assertThat(SampleLog.run("compare", held, theirs, "--key", KEY, "--log", rewritten.toString()).exit())
                .isEqualTo(1);
        assertThat(SampleLog.run("compare", mine, mine, "--key", KEY).exit()).isZero();
    }

    @Test
    void theKeyInsideIsNotBelieved() {
        String stranger = Ed25519Signer.generate(SAMPLE.log.origin()).verifierKey();
        SampleLog.Run run = SampleLog.run("bundle", zip("bundle", SAMPLE.bundle(0, 60)), "--key", stranger);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("keys: the keys cannot be trusted")
                .contains("checkpoint: the signature does not hold");
    }

    @Test
    void saysItInJsonAndInArabic() throws IOException {
        Map<String, byte[]> bundle = new TreeMap<>(SAMPLE.bundle(0, 60));
        bundle.remove("events/00002.values");
        SampleLog.Run run = SampleLog.run("bundle", zip("bundle", bundle), "--key", KEY, "--json", "--lang", "ar");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("verified").asBoolean()).isFalse();
        assertThat(json.get("findings").findValuesAsText("message"))
                .contains("الملف \u2068events/00002.values\u2069 مفقود.");
        assertThat(json.get("findings").findValuesAsText("code")).contains("file_missing");
        assertThat(SampleLog.run("bundle", zip("bundle", bundle), "--key", KEY, "--lang", "ar").out())
                .contains("لم يتم التحقق");
    }

    @Test
    void wrongUseIsNoVerdictOnTheLog() throws IOException {
        assertThat(SampleLog.run().exit()).isEqualTo(2);
        assertThat(SampleLog.run("help").exit()).isZero();
        for (String[] wrong : new String[][]{{"prove"}, {"bundle"}, {"bundle", "a"}, {"bundle", "a", "--key", KEY},
                {"log", "a", "--key"}, {"log", "a", "b", "--key", KEY}, {"log", "a", "--key", "x+y"},
                {"log", "a", "--key", KEY, "--deep"}, {"log", "a", "--key", KEY, "--key", KEY},
                {"log", "http://127.0.0.1:1/", "--key", KEY}, {"log", "a", "--key", KEY, "--lang", "xx"},
                {"compare", "a", "b", "--key", KEY}, {"witness", "--listen", "nowhere"}}) {
            SampleLog.Run run = SampleLog.run(wrong);
            assertThat(run.exit()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(run.err()).isNotBlank();
            assertThat(run.out()).isEmpty();
        }
        byte[] whole = Files.readAllBytes(Path.of(zip("bundle", SAMPLE.bundle(0, 60))));
        Path half = Files.write(directory.resolve("half.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(SampleLog.run("bundle", half.toString(), "--key", KEY).exit()).isEqualTo(2);
    }

    /** A sentence that exists in one language, or has other details in the other, would fail when it is needed. */
    @Test
    void bothLanguagesSayTheSame() throws IOException {
        Properties english = texts("en");
        Properties arabic = texts("ar");
        assertThat(english.stringPropertyNames()).isEqualTo(arabic.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        java.util.Arrays.stream(Say.values()).map(Say::key).toList());
        Pattern place = Pattern.compile("\\{[0-9]}");
        for (String key : english.stringPropertyNames()) {
            if (!key.equals("verified")) {
                assertThat(place.matcher(arabic.getProperty(key)).results().map(r -> r.group()).toList()).as(key)
                        .containsExactlyInAnyOrderElementsOf(place.matcher(english.getProperty(key)).results()
                                .map(r -> r.group()).toList());
            }
        }
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Main.class.getResourceAsStream("report_" + language + ".properties")) {
            texts.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        return texts;
    }

    private String zip(String name, Map<String, byte[]> files) {
        return SampleLog.zip(files, directory.resolve(name + ".zip")).toString();
    }

    private String file(String name, SignedNote note) throws IOException {
        return Files.writeString(directory.resolve(name), note.encoded()).toString();
    }
}
