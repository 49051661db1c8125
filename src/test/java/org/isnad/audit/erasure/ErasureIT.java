package org.isnad.audit.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.article.ArticleVersionId;
import org.isnad.audit.check.Comparison;
import org.isnad.audit.log.LogAtHand;
import org.isnad.audit.log.LogStore;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Priority;
import org.isnad.claim.Wording;
import org.isnad.evidence.EvidenceDetails;
import org.isnad.evidence.EvidenceGathering;
import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.publication.Publishing;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.KeycloakAdmin;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Session;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.Proofs;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.Tree;
import org.isnad.verify.VerifierRun;

/** What is erased is gone from the whole database, and everything that was proven stays proven. */
@IsnadTest
class ErasureIT {
    private static final String SECRET = "The witness Zubayda lives at 14 Lantern Street.";

    /** Fields of a claim's steps that hold names of states, numbers, days and ids only. */
    private static final Set<String> NO_TEXT = Set.of("state", "claimedOn", "language", "version", "priority",
            "assignee", "due", "number",
            "stance", "source", "order", "rating", "checklist", "publication", "edition", "slug", "round");

    @Inject
    Newsroom newsroom;
    @Inject
    ClaimTriage triage;
    @Inject
    EvidenceGathering evidence;
    @Inject
    Publishing publishing;
    @Inject
    Erasing erasing;
    @Inject
    Erasures erasures;
    @Inject
    LogAtHand log;
    @Inject
    Comparison comparison;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;
    @TempDir
    Path folder;

    @Test
    void whatWasProvenStaysProvenAndTheTextIsNowhere() throws Exception {
        Actor reviewer = newsroom.actor("https://issuer.example", UUID.randomUUID().toString(), "Zaynab Erasable",
                Role.REVIEWER);
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.assigned(reviewer);
        triage.reword(claim, Expected.any(), new Wording(SECRET, "Zubayda of Lantern Street", null, Priority.NORMAL),
                editor);
        evidence.add(claim, new EvidenceDetails("https://wadi.example/b", "A letter", SECRET, Stance.SUPPORTS,
                Source.PRIMARY, "seen"), reviewer);
        newsroom.draft(claim, "false", "It says: " + SECRET + " That is what [1] says.", reviewer);
        newsroom.submit(claim, reviewer);
        newsroom.approve(claim, 1, editor);
        publishing.publish(claim, Expected.any(), "complete", null, editor);
        log.bringUpToDate();
        SignedNote before = SignedNote.parse(given().get("/log/checkpoint").asString());
        Path oldBundle = bundle(claim, "old");
        assertThat(places("Lantern")).isNotEmpty();

        // Whoever adds a field that holds text makes it erasable, in erasable_values().
        assertThat(texts("select distinct c.field from audit_change c join audit_event e on e.id = c.event_id "
                + "where e.aggregate_type = 'CLAIM' and e.aggregate_id = '" + claim + "' and not exists (select 1 "
                + "from erasable_values('CLAIM', '" + claim + "') v where v.step is not null and v.field = c.field)"))
                .isSubsetOf(NO_TEXT);

        UUID wording = asked(ErasureTarget.CLAIM, claim.value(),
                EnumSet.of(ErasurePart.WORDING, ErasurePart.CLAIMANT));
        Actor auditor = newsroom.auditor();
        ErasableValues values = erasures.values(erasures.one(wording, auditor), auditor);
        Set<Integer> ticked = new TreeSet<>(
                values.meantBy(EnumSet.of(ErasurePart.WORDING, ErasurePart.CLAIMANT)));
        assertThat(values.at(ticked)).extracting(value -> value.table() + "." + value.path().get(0))
                .contains("claim.wording", "claim.claimant", "publication_edition.wording", "evidence.quote",
                        "verdict_revision.evidence", "verdict_revision.rationale", "verdict.rationale",
                        "audit_change.payload");
        ticked.addAll(values.holding("Lantern"));
        confirm(wording, ticked, auditor);
        UUID name = asked(ErasureTarget.PERSON, reviewer.person().value(), EnumSet.of(ErasurePart.NAME));
        confirm(name, Set.of(0, 1), auditor);
        log.bringUpToDate();

        assertThat(places("Lantern")).isEmpty();
        assertThat(places("Zaynab Erasable")).isEmpty();
        assertThat(comparison.findings(auditor.person().value())).isEmpty();
        KeyHistory keys = KeyHistory.parse(given().get("/log/keys").asString());
        SignedNote after = SignedNote.parse(given().get("/log/checkpoint").asString());
        consistent(keys.verify(before, keys.latest()), keys.verify(after, keys.latest()));
        String key = Files.writeString(folder.resolve("keys"), keys.encoded()).toString();
        VerifierRun old = VerifierRun.bundle(oldBundle, key);
        assertThat(old.exit()).as(old.out()).isZero();
        assertThat(old.out()).contains("0 are erased");
        VerifierRun now = VerifierRun.bundle(bundle(claim, "new"), key);
        assertThat(now.exit()).as(now.out()).isZero();
        assertThat(now.out()).contains("the value of wording was erased, as version").doesNotContain("no event says so")
                .doesNotContain("Lantern");
        Login.session("lina").get("/claims/" + claim + "/history").then().statusCode(200);
        String history = Login.session("lina").get("/claims/" + claim + "/history?lang=en").asString();
        assertThat(history).contains("erased values of step").contains("<span class=\"erased\">erased</span>")
                .doesNotContain("█").doesNotContain("Lantern").doesNotContain("Zaynab");
        assertThat(Login.bearer("lina").get("/api/v1/claims/" + claim + "/history?limit=100").then().statusCode(200)
                .extract().body().jsonPath().getList("items.changes.flatten().erased")).contains(true);
        String page = given().get("/facts/" + slug(claim) + "?lang=en").then().statusCode(200).extract().asString();
        assertThat(page).contains("<span class=\"erased\">erased</span>").doesNotContain("Lantern");
        assertThat(erasures.one(name, auditor).targetName()).isEqualTo("█████");
        assertThat(erasures.one(wording, auditor).erased()).isEqualTo(ticked.size());
    }

    @Test
    void anErasedPersonCannotSignInAndStaysAContributor() throws SQLException {
        Actor reviewer = newsroom.actor("https://issuer.example", "erased-" + UUID.randomUUID(), "Zaynab Gone",
                Role.REVIEWER);
        ClaimId claim = newsroom.submitted(reviewer);
        UUID request = asked(ErasureTarget.PERSON, reviewer.person().value(), EnumSet.of(ErasurePart.NAME));
        confirm(request, Set.of(0, 1), newsroom.auditor());

        String subject = texts("select subject from person where id = '" + reviewer.person() + "'").get(0);
        assertThatThrownBy(() -> newsroom.actor("https://issuer.example", subject, "Zaynab Gone", Role.REVIEWER))
                .isInstanceOf(Problem.NotAllowed.class).hasMessageContaining("was erased");
        assertThat(texts("select name || cardinality(roles) from person where id = '" + reviewer.person() + "'"))
                .containsExactly("█████0");
        assertThat(texts("select person_id::text from claim_contributor where claim_id = '" + claim + "'"))
                .contains(reviewer.person().toString());
        assertThat(places("Zaynab Gone")).isEmpty();
    }

    @Test
    void aSignedInPersonIsOutAtOnceAndToldWhy() throws SQLException {
        KeycloakAdmin keycloak = new KeycloakAdmin();
        keycloak.create("zahra", "Zahra", "Leaving");
        try {
            keycloak.give("zahra", "reviewer");
            Session zahra = Login.freshSession("zahra");
            zahra.get("/queue?lang=en").then().statusCode(200).body(containsString("Zahra Leaving"));
            UUID person = UUID
                    .fromString(texts("select id::text from person where name = 'Zahra Leaving'").get(0));
            Actor auditor = newsroom.auditor();
            UUID request = asked(ErasureTarget.PERSON, person, EnumSet.of(ErasurePart.NAME));
            confirm(request, all(erasures.values(erasures.one(request, auditor), auditor)), auditor);

            zahra.get("/queue?lang=en").then().statusCode(403).body(containsString("This account was erased here"),
                    containsString("/logout"), not(containsString("Zahra")));
            zahra.get("/queue?lang=ar").then().body(containsString("مُحي هذا الحساب من هذا المكتب"));
            assertThat(places("Zahra Leaving")).isEmpty();
        } finally {
            keycloak.delete("zahra");
        }
    }

    @Test
    void anArticleGoesWithThePassagesThatClaimsQuote() throws SQLException, IOException {
        Actor editor = newsroom.editor();
        String text = "Rashida Ormand of Tin Lane said on Monday that the bridge is closed for good.";
        String key = "\"" + UUID.randomUUID() + "\"";
        String document = "{\"title\":\"Rashida Ormand speaks\",\"text\":\"" + text + "\"}";
        UUID article = UUID.fromString(given().spec(Login.client("articles:write")).header("Idempotency-Key", key)
                .contentType("application/json").body(document).post("/api/v1/articles").then().statusCode(201)
                .extract().path("id"));
        ArticleVersionId version = new ArticleVersionId(
                UUID.fromString(texts("select latest_version::text from article where id = '" + article + "'").get(0)));
        assertThat(texts("select 'kept' from kept_answer where body is not null")).isNotEmpty();
        ClaimId claim = triage.propose(version, 0, 14, new Wording("The bridge is closed.", null, null,
                Priority.NORMAL), editor);
        UUID request = asked(ErasureTarget.ARTICLE, article, EnumSet.of(ErasurePart.SOURCE, ErasurePart.TEXT));
        Actor auditor = newsroom.auditor();
        ErasableValues values = erasures.values(erasures.one(request, auditor), auditor);
        confirm(request, all(values), auditor);

        assertThat(places("Ormand")).isEmpty();
        assertThat(texts("select exact from appearance where claim_id = '" + claim + "'"))
                .containsExactly("█".repeat(14));
        assertThat(texts("select octet_length(original)::text || ' ' || char_length(text) from article_version "
                + "where id = '" + version + "'")).containsExactly("0 " + text.length());
        assertThat(comparison.findings(auditor.person().value())).isEmpty();
        assertThat(texts("select 'kept' from kept_answer where body is not null")).isEmpty();
        given().spec(Login.client("articles:write")).header("Idempotency-Key", key).contentType("application/json")
                .body(document).post("/api/v1/articles").then().statusCode(201).body(equalTo(""));
        Login.session("huda").get("/articles/" + article).then().statusCode(200);
        Login.session("huda").get("/claims/" + claim).then().statusCode(200);
    }

    @Test
    void onePersonNeverAsksAndConfirms() {
        Actor admin = newsroom.admin();
        UUID request = asked(ErasureTarget.PERSON, newsroom.reviewer().person().value(),
                EnumSet.of(ErasurePart.NAME), admin);
        Actor both = new Actor(admin.person(), admin.name(), Set.of(Role.AUDITOR), Set.of(), "session",
                admin.signedInAt(), false);

        assertThatThrownBy(() -> confirm(request, Set.of(0, 1), both)).isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("Another auditor has to decide");
        assertThatThrownBy(() -> erasing.refuse(request, Expected.any(), "no", both))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> erasing.confirm(request, Expected.any(), new Erasing.Confirmation(Set.of(0), "", true),
                newsroom.editor())).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> erasures.values(erasures.one(request, admin), admin))
                .isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    void aDecisionNeedsARecentSignInAndIsMadeOnce() {
        UUID request = asked(ErasureTarget.PERSON, newsroom.reviewer().person().value(),
                EnumSet.of(ErasurePart.NAME));
        Actor auditor = newsroom.auditor();
        Actor stale = new Actor(auditor.person(), auditor.name(), auditor.roles(), Set.of(), "session",
                Instant.EPOCH, false);

        assertThatThrownBy(() -> confirm(request, Set.of(0, 1), stale)).isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("Sign in again");
        erasing.refuse(request, Expected.any(), "It is needed as evidence.", auditor);
        assertThat(erasures.one(request, auditor).state()).isEqualTo(ErasureState.REFUSED);
        assertThatThrownBy(() -> confirm(request, Set.of(0, 1), auditor)).isInstanceOf(Problem.WrongState.class);
    }

    @Test
    void nothingGoesThatTheAuditorDidNotSee() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        newsroom.draft(claim, "false", "One text that repeats itself.", reviewer);
        UUID request = asked(ErasureTarget.CLAIM, claim.value(), EnumSet.of(ErasurePart.VERDICT));
        Actor auditor = newsroom.auditor();
        ErasableValues seen = erasures.values(erasures.one(request, auditor), auditor);
        newsroom.draft(claim, "false", "One text that repeats itself, and more.", reviewer);

        assertThatThrownBy(() -> erasing.confirm(request, Expected.any(),
                new Erasing.Confirmation(seen.meantBy(EnumSet.of(ErasurePart.VERDICT)), seen.fingerprint(), false),
                auditor)).isInstanceOf(Problem.Stale.class);
        ErasableValues now = erasures.values(erasures.one(request, auditor), auditor);
        int draft = IntStream.range(0, now.all().size())
                .filter(i -> now.all().get(i).path().equals(List.of("rationale"))).findFirst().orElseThrow();
        assertThatThrownBy(() -> erasing.confirm(request, Expected.any(),
                new Erasing.Confirmation(Set.of(draft), now.fingerprint(), false), auditor))
                .isInstanceOf(Problem.Invalid.class).hasMessageContaining("repeats");
        assertThatThrownBy(() -> erasing.confirm(request, Expected.any(),
                new Erasing.Confirmation(Set.of(), now.fingerprint(), false), auditor))
                .isInstanceOf(Problem.Invalid.class).hasMessageContaining("nothing-ticked");
    }

    private UUID asked(ErasureTarget target, UUID id, Set<ErasurePart> parts) {
        return asked(target, id, parts, newsroom.admin());
    }

    private UUID asked(ErasureTarget target, UUID id, Set<ErasurePart> parts, Actor admin) {
        return erasing.ask(new ErasureRequest(target, id, parts, "the text that names a private person",
                "asked for by that person"), admin);
    }

    private void confirm(UUID request, Set<Integer> ticked, Actor auditor) {
        ErasableValues values = erasures.values(erasures.one(request, auditor), auditor);
        erasing.confirm(request, Expected.any(), new Erasing.Confirmation(ticked, values.fingerprint(), false),
                auditor);
    }

    private static Set<Integer> all(ErasableValues values) {
        return IntStream.range(0, values.all().size()).boxed().collect(Collectors.toSet());
    }

    private Path bundle(ClaimId claim, String name) throws IOException {
        return Files.write(folder.resolve(name + ".zip"),
                Login.session("lina").get("/claims/" + claim + "/history/bundle").asByteArray());
    }

    private void consistent(Checkpoint older, Checkpoint newer) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            Tree tree = new Tree(newer.size(), new LogStore(connection));
            Proofs.checkConsistency(older.size(), older.root(), newer.size(), newer.root(),
                    tree.consistency(older.size()));
        }
    }

    private String slug(ClaimId claim) throws SQLException {
        return texts("select slug from publication where claim_id = '" + claim + "'").get(0);
    }

    /** Every column of every table whose rows hold the text, in whatever form. */
    private List<String> places(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        for (String column : texts("select table_name || '.' || column_name from information_schema.columns "
                + "where table_schema = 'public' order by 1")) {
            String[] names = column.split("\\.");
            try (Connection connection = DriverManager.getConnection(url, owner, password);
                    PreparedStatement query = connection.prepareStatement("select count(*) from " + names[0]
                            + " x where position(? in x.\"" + names[1] + "\"::text) > 0 or position(? in x.\""
                            + names[1] + "\"::text) > 0")) {
                query.setString(1, text);
                query.setString(2, hex);
                ResultSet count = query.executeQuery();
                count.next();
                if (count.getLong(1) > 0) {
                    found.add(column);
                }
            }
        }
        return found;
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            return Database.texts(connection, sql);
        }
    }
}
