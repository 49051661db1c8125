package org.isnad.audit.witness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.audit.log.LogCommand;
import org.isnad.audit.log.LogSubcommand;
import org.isnad.claim.ClaimId;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.NoteVerifier;
import org.isnad.tlog.SignedNote;

/** A desk as an operator sets it up: a folder, a second organisation's witness, and an auditor who gets mail. */
@IsnadTest
@WithTestResource(value = WitnessedDesk.class, scope = TestResourceScope.MATCHING_RESOURCES)
class WitnessedDeskIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    Newsroom newsroom;
    @Inject
    @Any
    Instance<LogSubcommand> commands;
    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;
    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    private Path place;
    private int port;
    private GreenMail mail;

    /** Not injected: other tests run without these settings. */
    private static <T> T setting(String name, Class<T> type) {
        return ConfigProvider.getConfig().getValue(WitnessedDesk.PREFIX + name, type);
    }

    @BeforeEach
    void mailIsDelivered() {
        place = setting("place", Path.class);
        port = setting("port", Integer.class);
        int mailPort = setting("mail-port", Integer.class);
        mail = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    @AfterEach
    void noMoreMail() {
        mail.stop();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(200);
        }
    }

    @Test
    void eachWitnessGetsTheCheckpointAndWhatItSignedIsServed() throws Exception {
        ClaimId claim = newsroom.published(newsroom.reviewer(), newsroom.editor());
        await("a first signature", () -> given().get("/log/keys").statusCode() == 200);
        KeyHistory keys = KeyHistory.parse(given().get("/log/keys").asString());
        try (WitnessProcess press = WitnessProcess.start(place.resolve("state"), port, List.of(keys.latest()))) {
            NoteVerifier witness = NoteVerifier.of(press.key());
            await("a cosignature", () -> !served().verifiedBy(witness).isEmpty());

            SignedNote note = served();
            Checkpoint checkpoint = keys.verify(note, keys.latest());
            assertThat(checkpoint.origin()).isEqualTo(WitnessedDesk.ORIGIN);
            assertThat(note.signatures()).hasSize(2);
            Path file = place.resolve("archive/%012d.checkpoint".formatted(checkpoint.size()));
            await("a file", () -> Files.exists(file));
            SignedNote kept = SignedNote.parse(Files.readString(file));
            assertThat(kept.text()).isEqualTo(note.text());
            assertThat(keys.verify(kept, keys.latest())).isEqualTo(checkpoint);

            bundleHolds(claim, keys.latest());
            mailCameOnce(note);
            operatorsSeeIt();
            statusTellsIt(checkpoint);
            auditorsSeeWhoSigned();
        }
    }

    private static SignedNote served() {
        return SignedNote.parse(given().get("/log/checkpoint").then().statusCode(200).extract().asString());
    }

    private void bundleHolds(ClaimId claim, String key) throws Exception {
        Path bundle = place.resolve("bundle.zip");
        Files.write(bundle, Login.session("lina").get("/claims/" + claim + "/history/bundle").asByteArray());
        Process verifier = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                "target/classes", "org.isnad.verify.Main", "bundle", bundle.toString(), "--key", key, "--lang", "en")
                .redirectErrorStream(true).start();
        assertThat(new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .endsWith("VERIFIED: everything that was checked holds.\n");
    }

    private void mailCameOnce(SignedNote newest) throws Exception {
        await("a mail", () -> mail.getReceivedMessages().length > 0);
        newsroom.editor();
        await("a larger tree", () -> Checkpoint.parse(served().text()).size() > Checkpoint.parse(newest.text()).size());
        Thread.sleep(3_000);
        MimeMessage[] received = mail.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getAllRecipients()).extracting(Object::toString)
                .containsExactly("auditor@press.example");
        assertThat(received[0].getSubject()).startsWith("Checkpoint of " + WitnessedDesk.ORIGIN + ": ");
        assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        Multipart parts = (Multipart) received[0].getContent();
        String text = (String) parts.getBodyPart(0).getContent();
        String attached;
        try (InputStream in = parts.getBodyPart(1).getInputStream()) {
            attached = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        SignedNote note = SignedNote.parse(attached);
        KeyHistory keys = KeyHistory.parse(given().get("/log/keys").asString());
        long size = keys.verify(note, keys.latest()).size();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("%012d.checkpoint".formatted(size));
        assertThat(text.replace("\r\n", "\n")).contains(note.encoded().strip()).contains("احتفظ بها");
    }

    private void operatorsSeeIt() {
        String text = given().get(metrics).then().statusCode(200).extract().asString();
        for (String name : List.of("archive", "press", "auditor")) {
            assertThat(text).containsPattern("isnad_log_witness_behind_seconds\\{witness=\"" + name + "\",?\\} ")
                    .containsPattern("isnad_log_witness_refused\\{witness=\"" + name + "\",?\\} 0.0");
        }
        assertThat(given().get(ready).then().statusCode(200).extract().asString()).doesNotContain("warning");
    }

    private static void auditorsSeeWhoSigned() {
        assertThat(
                Jsoup.parse(Login.session("lina").get("/audit/checkpoints?lang=en").asString()).select("#list").text())
                .contains("confirmed by press").containsPattern("copy sent to [a-z, ]*archive")
                .doesNotContainPattern("confirmed by [a-z, ]*(archive|auditor)");
    }

    private void statusTellsIt(Checkpoint checkpoint) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(LogCommand.run(List.of("status"), commands.stream().toList(),
                new PrintStream(out, true, StandardCharsets.UTF_8))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("log        " + WitnessedDesk.ORIGIN)
                .contains("keys       1, now " + WitnessedDesk.ORIGIN).containsPattern("witness +press \\(http")
                .containsPattern("auditor \\(mailto:auditor@press.example\\): [0-9]+ events, at 2");
        assertThat(checkpoint.size()).isPositive();
    }
}
