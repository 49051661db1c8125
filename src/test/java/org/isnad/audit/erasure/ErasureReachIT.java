package org.isnad.audit.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleVersionId;
import org.isnad.audit.check.Comparison;
import org.isnad.audit.log.LogAtHand;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Priority;
import org.isnad.claim.Wording;
import org.isnad.evidence.Stance;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Expected;
import org.isnad.kernel.text.Erased;
import org.isnad.publication.Publishing;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;

/** What an erasure reaches by itself, however the text looks. */
@IsnadTest
class ErasureReachIT {
    @Inject
    Newsroom newsroom;
    @Inject
    ClaimTriage triage;
    @Inject
    Publishing publishing;
    @Inject
    Erasing erasing;
    @Inject
    Erasures erasures;
    @Inject
    LogAtHand log;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @Test
    void namesInCapitalsGoFromTheStepsToo() throws SQLException {
        Actor malik = newsroom.person("MALIK", Role.REVIEWER);
        ClaimId claim = newsroom.queued(newsroom.editor());
        triage.reword(claim, Expected.any(), new Wording("NATO", "NATO", null, Priority.NORMAL), newsroom.editor());

        erase(ErasureTarget.PERSON, malik.person().value(), ErasurePart.NAME);
        erase(ErasureTarget.CLAIM, claim.value(), ErasurePart.CLAIMANT);

        assertThat(written(malik.person().value())).isNotEmpty().noneMatch(value -> value.contains("MALIK"));
        assertThat(written(claim.value())).isNotEmpty().noneMatch(value -> value.contains("NATO"));
    }

    @Test
    void codesAreNoTexts() {
        ClaimId claim = newsroom.published(newsroom.reviewer(), newsroom.editor());
        UUID request = asked(ErasureTarget.CLAIM, claim.value(), ErasurePart.CLAIMANT);
        Actor auditor = newsroom.auditor();

        assertThat(erasures.values(erasures.one(request, auditor), auditor).all())
                .flatExtracting(value -> value.texts())
                .doesNotContain("REFUTES", "SUPPORTS", "PRIMARY", "mostly-false").contains("منظمة الإغاثة")
                .noneMatch(text -> text.toString().matches("[0-9a-f-]{36}"));
    }

    @Test
    void aShortClaimantGoesFromThePublicProof() throws SQLException, IOException {
        Actor reviewer = newsroom.reviewer();
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.assigned(reviewer);
        triage.reword(claim, Expected.any(), new Wording("وصلت القافلة مساء.", "علي", null, Priority.NORMAL), editor);
        newsroom.evidence(claim, Stance.REFUTES, reviewer);
        newsroom.draft(claim, "mostly-false", "تذكر النشرة أن العدد ١٢ [1].", reviewer);
        newsroom.submit(claim, reviewer);
        newsroom.approve(claim, 1, newsroom.editor());
        publishing.publish(claim, Expected.any(), "complete", null, editor);
        log.bringUpToDate();
        assertThat(proof(claim)).contains("علي");

        erase(ErasureTarget.CLAIM, claim.value(), ErasurePart.CLAIMANT);
        log.bringUpToDate();

        assertThat(proof(claim)).doesNotContain("علي");
        assertThat(written(claim.value())).noneMatch(value -> value.contains("علي"));
    }

    @Test
    void whyIsNoReasonThatWasErased() throws SQLException {
        ClaimId claim = newsroom.published(newsroom.reviewer(), newsroom.editor());
        erase(ErasureTarget.CLAIM, claim.value(), ErasurePart.VERDICT);
        assertThat(erasedFields(claim)).contains("published", "why").doesNotContain("reason");

        erase(ErasureTarget.CLAIM, claim.value(), ErasurePart.REASONS);
        assertThat(erasedFields(claim)).contains("reason");
        String page = Login.session("lina").get("/claims/" + claim + "/history?lang=en").asString();
        assertThat(Jsoup.parse(page).text()).contains("Reason erased Erased because asked for by that person");
        assertThat(Login.session("lina").get("/claims/" + claim + "/history?lang=ar").asString()).contains("سبب المحو");
        List<Map<String, Object>> steps = Login.bearer("lina").get("/api/v1/claims/" + claim + "/history?limit=100")
                .then().statusCode(200).extract().body().jsonPath().getList("items");
        assertThat(steps).filteredOn(one -> "ERASED".equals(one.get("action"))).isNotEmpty().allSatisfy(one -> {
            assertThat(one.get("reason")).isNull();
            assertThat(one.get("changes").toString()).contains("field=why", "after=asked for by that person");
        });
        assertThat(steps).filteredOn(one -> "VERDICT_PUBLISHED".equals(one.get("action")))
                .extracting(one -> one.get("reason")).containsExactly(Erased.TEXT);
    }

    @Test
    void whatGoesWithoutAConfirmedErasureIsFound() throws SQLException {
        ClaimId claim = newsroom.queued(newsroom.editor());
        UUID event = UUID.randomUUID();
        Actor auditor = newsroom.auditor();
        behindTheDesk(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("alter table audit_change disable trigger user");
                statement.execute(ErasureGateIT.event("CLAIM", claim.value(), "ERASED", "event/1", auditor,
                        event));
                statement.execute(
                        "update audit_change set salt = null, payload = null where position = 1 and event_id in "
                                + "(select id from audit_event where aggregate_id = '" + claim
                                + "' and aggregate_version = 1)");
            }
            List<String> findings = Comparison.findings(connection, Optional.empty());
            assertThat(findings).anyMatch(finding -> finding.contains(event + ": it says that values were erased"))
                    .anyMatch(finding -> finding.startsWith("value 1 of event"));
            assertThat(Comparison.positions(connection, "CLAIM", claim.value())).contains(1);
        });
    }

    @Test
    void whatIsQuotedMeanwhileIsQuotedAsErased() throws Exception {
        Actor editor = newsroom.editor();
        ArticleVersionId version = newsroom.article("Rashida Quickly said on Monday that the bridge is closed.",
                "The bridge", editor);
        UUID article = UUID.fromString(
                texts("select article_id::text from article_version where id = '" + version + "'").get(0));
        UUID request = asked(ErasureTarget.ARTICLE, article, ErasurePart.TEXT);
        Actor auditor = newsroom.auditor();
        ErasableValues values = erasures.values(erasures.one(request, auditor), auditor);
        AtomicReference<CompletableFuture<ClaimId>> pinned = new AtomicReference<>();
        QuarkusTransaction.requiringNew().run(() -> {
            erasing.confirm(request, Expected.any(), new Erasing.Confirmation(
                    values.meantBy(EnumSet.of(ErasurePart.TEXT)), values.fingerprint(), true), auditor);
            CompletableFuture<ClaimId> other = CompletableFuture.supplyAsync(() -> triage.propose(version, 0, 15,
                    new Wording("The bridge is closed.", null, null, Priority.NORMAL), editor));
            pinned.set(other);
            untilItWaits(other);
        });

        pinned.get().handle((claim, refused) -> claim).get(20, TimeUnit.SECONDS);
        assertThat(texts("select exact from appearance where article_id = '" + article + "'"))
                .noneMatch(exact -> exact.contains("Quickly"));
        assertThat(texts("select convert_from(payload, 'UTF8') from audit_change where field = 'appearance' "
                + "and payload is not null")).noneMatch(value -> value.contains("Quickly"));
    }

    @Test
    void aValueThatIsDamagedElsewhereIsNoneOfATargets() throws SQLException {
        ArticleVersionId version = newsroom.article(newsroom.editor());
        ClaimId claim = newsroom.proposed(version, newsroom.editor());
        ClaimId other = newsroom.queued(newsroom.editor());
        behindTheDesk(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("alter table audit_change disable trigger user");
                statement.execute("update audit_change set payload = '\\xff' where event_id in "
                        + "(select id from audit_event where aggregate_id = '" + other + "')");
            }
            assertThat(Database.texts(connection,
                    "select v.field from erasable_values('ARTICLE', (select article_id from "
                            + "article_version where id = '" + version + "')) v where v.step is not null"))
                    .contains("appearance", "title");
            assertThat(Database.texts(connection,
                    "select v.field from erasable_values('CLAIM', '" + claim + "') v")).contains("wording");
        });
    }

    @Test
    void valuesKeepTheirPlaceWhereverTheirRowsLie() throws SQLException {
        ClaimId claim = newsroom.submitted(newsroom.reviewer());
        String values = "select v.of_table || v.row_key || v.path::text from erasable_values('CLAIM', '" + claim
                + "') v";
        behindTheDesk(connection -> {
            List<String> before = Database.texts(connection, values);
            try (Statement statement = connection.createStatement()) {
                statement.execute("alter table evidence disable trigger user");
                statement.execute("update evidence set version = version + 1 where number = 1 and claim_id = '" + claim
                        + "'");
            }
            assertThat(Database.texts(connection, values)).containsExactlyElementsOf(before);
        });
    }

    /** Until the other transaction waits for a lock of this one, or is through. */
    private void untilItWaits(CompletableFuture<?> other) {
        try {
            for (int i = 0; i < 400 && !other.isDone() && texts("select 'waits' from pg_stat_activity where "
                    + "wait_event_type = 'Lock' and datname = current_database()").isEmpty(); i++) {
                Thread.sleep(50);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    /** As the tables' owner; nothing is left changed. */
    private void behindTheDesk(Work work) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            connection.setAutoCommit(false);
            try {
                work.with(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    /** The fields that the steps of an erasure commit to. */
    private List<String> erasedFields(ClaimId claim) throws SQLException {
        return texts("select distinct c ->> 'field' from audit_event e, jsonb_array_elements("
                + "audit_said(e.canonical) -> 'changes') c where e.action = 'ERASED' and e.aggregate_id = '" + claim
                + "'");
    }

    /** All that a request for that part means to begin with. */
    private void erase(ErasureTarget target, UUID id, ErasurePart part) {
        UUID request = asked(target, id, part);
        Actor auditor = newsroom.auditor();
        ErasableValues values = erasures.values(erasures.one(request, auditor), auditor);
        Set<Integer> meant = values.meantBy(EnumSet.of(part));
        erasing.confirm(request, Expected.any(), new Erasing.Confirmation(meant, values.fingerprint(), true),
                auditor);
    }

    private UUID asked(ErasureTarget target, UUID id, ErasurePart part) {
        return erasing.ask(new ErasureRequest(target, id, EnumSet.of(part), "the text that names a private person",
                "asked for by that person"), newsroom.admin());
    }

    /** What the public proof opens. */
    private String proof(ClaimId claim) throws SQLException, IOException {
        String slug = texts("select slug from publication where claim_id = '" + claim + "'").get(0);
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(given().get("/facts/" + slug + "/proof").asByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".values")) {
                    all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }

    /** What the steps of a history still hold. */
    private List<String> written(UUID aggregate) throws SQLException {
        return texts(
                "select convert_from(c.payload, 'UTF8') from audit_change c join audit_event e on e.id = c.event_id "
                        + "where c.payload is not null and e.aggregate_id = '" + aggregate + "'");
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            return Database.texts(connection, sql);
        }
    }
}
