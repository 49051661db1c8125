package org.isnad.audit.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.assignment.ClaimAssignment;
import org.isnad.audit.log.LogAtHand;
import org.isnad.claim.ClaimId;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.publication.Publications;
import org.isnad.publication.Publishing;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.VerifierJar;

/** Any reader can check a published page with the verifier, and learns nothing that was not published. */
@IsnadTest
class PublicationProofIT {
    @Inject
    Newsroom newsroom;
    @Inject
    Publishing publishing;
    @Inject
    Publications publications;
    @Inject
    ClaimAssignment assignment;
    @Inject
    Clock clock;
    @Inject
    LogAtHand log;
    @TempDir
    Path folder;

    @Test
    void aPublishedPageIsProvenToAnybody() throws IOException {
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.published(newsroom.reviewer(), editor);
        Map<String, String> files = files(proof(claim));

        VerifierJar.Outcome outcome = verified(files);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("These 1 public steps of CLAIM " + claim, "are not public");
        JsonPath page = given().get("/api/v1/fact-checks/" + slug(claim)).then().statusCode(200).extract().jsonPath();
        assertThat(files.get("events/00001.values")).contains("\"wording\":\"" + page.getString("claim.text") + "\"",
                "\"summary\":\"" + page.getString("summary") + "\"", page.getString("evidence[0].url"), "withheld");
    }

    @Test
    void whatWasNotPublishedStaysUnknown() throws IOException {
        Actor salma = newsroom.reviewer();
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.published(salma, editor);
        publishing.correct(claim, Expected.any(), "INTERNAL-REASON", "A figure is being checked again.", editor);
        String everything = String.join("\n", files(proof(claim)).values());
        assertThat(everything).contains("A figure is being checked again.").doesNotContain("INTERNAL-REASON",
                "DRAFT_SAVED", "CLAIM_ASSIGNED");
        VerifierJar.Outcome outcome = verified(files(proof(claim)));
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("These 2 public steps of CLAIM " + claim);
    }

    @Test
    void aChangedProofIsNoProof() throws IOException {
        ClaimId claim = newsroom.published(newsroom.reviewer(), newsroom.editor());
        Map<String, String> files = files(proof(claim));
        files.compute("events/00001.values", (name, text) -> text.replace("\"wording\":\"", "\"wording\":\"not "));
        VerifierJar.Outcome outcome = verified(files);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.output()).contains("the value of published");
    }

    @Test
    void onlyTheProofOfAPublicationMayWithhold() throws IOException {
        ClaimId claim = newsroom.published(newsroom.reviewer(), newsroom.editor());
        Map<String, String> files = files(proof(claim));
        files.compute("bundle.txt", (name, text) -> text.replace("isnad-publication/1", "isnad-bundle/1"));
        VerifierJar.Outcome outcome = verified(files);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.output()).contains("which only the proof of a publication may do");
    }

    @Test
    void whatTheDeskKeepsToItselfIsNoPublication() throws IOException {
        ClaimId claim = newsroom.published(newsroom.reviewer(), newsroom.editor());
        log.bringUpToDate();
        Map<String, String> files = files(
                Login.session("lina").get("/claims/" + claim + "/history/bundle").asByteArray());
        files.compute("bundle.txt", (name, text) -> text.replace("isnad-bundle/1", "isnad-publication/1"));
        files.remove("history.html");
        VerifierJar.Outcome outcome = verified(files);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.output()).contains("DRAFT_SAVED is nothing that the public sees");
    }

    @Test
    void anEditionIsNotLeftOut() throws IOException {
        ClaimId claim = corrected();
        Map<String, String> files = files(proof(claim));
        VerifierJar.Outcome whole = verified(files);
        assertThat(whole.exit()).as(whole.output()).isZero();
        assertThat(whole.output()).contains("These 3 public steps of CLAIM " + claim);
        for (String kind : List.of("json", "opening", "proof", "values")) {
            files.put("events/00001." + kind, files.get("events/00002." + kind));
            files.put("events/00002." + kind, files.remove("events/00003." + kind));
        }
        files.compute("bundle.txt", (name, text) -> text.replace("events 3", "events 2"));
        VerifierJar.Outcome outcome = verified(files);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.output()).contains("this must be edition 1; it says 2");
    }

    @Test
    void theWordsAreNotWithheld() throws IOException {
        Map<String, String> files = files(proof(newsroom.published(newsroom.reviewer(), newsroom.editor())));
        files.compute("events/00001.values", (name, text) -> text.lines()
                .map(line -> line.contains("\"wording\"") ? "withheld" : line)
                .collect(Collectors.joining("\n", "", "\n")));
        VerifierJar.Outcome outcome = verified(files);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.output()).contains("the words that were published are not shown");
    }

    @Test
    void anExportedLogShowsWhatAProofLeavesOut() throws IOException {
        ClaimId claim = newsroom.published(newsroom.reviewer(), newsroom.editor());
        Map<String, String> early = files(proof(claim));
        publishing.retract(claim, Expected.any(), "wrong", "We were wrong.", newsroom.editor());
        log.bringUpToDate();
        Path export = Files.write(folder.resolve("log.zip"),
                Login.session("lina").get("/history/export").asByteArray());
        verified(early);
        VerifierJar.Outcome outcome = VerifierJar.run("bundle", folder.resolve("proof.zip").toString(), "--key",
                log.key(), "--log", export.toString());
        assertThat(outcome.output()).contains("had another event");
    }

    /** Published, corrected and published again. */
    private ClaimId corrected() {
        Actor salma = newsroom.reviewer();
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.published(salma, editor);
        publishing.correct(claim, Expected.any(), "a wrong figure", "We look again.", editor);
        assignment.assign(claim, Expected.any(), salma.person(), clock.instant().plusSeconds(3600), editor);
        newsroom.draft(claim, "false", "Twenty, says the bulletin [1].", salma);
        newsroom.submit(claim, salma);
        newsroom.approve(claim, 2, editor);
        publishing.publish(claim, Expected.any(), "corrected", "The figure is twenty.", editor);
        return claim;
    }

    @Test
    void thereIsNoneForWhatIsNotPublished() {
        given().get("/facts/0123456789ab/proof").then().statusCode(404);
        given().get("/facts/x'y/proof").then().statusCode(404);
    }

    private byte[] proof(ClaimId claim) {
        log.bringUpToDate();
        return given().get("/facts/" + slug(claim) + "/proof").then().statusCode(200)
                .header("Content-Type", "application/zip").extract().asByteArray();
    }

    private String slug(ClaimId claim) {
        return publications.of(claim).orElseThrow().slug();
    }

    private VerifierJar.Outcome verified(Map<String, String> files) throws IOException {
        Path file = folder.resolve("proof.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return VerifierJar.run("bundle", file.toString(), "--key", log.key());
    }

    private static Map<String, String> files(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
