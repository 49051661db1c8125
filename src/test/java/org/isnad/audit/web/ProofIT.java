package org.isnad.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.audit.log.LogAtHand;
import org.isnad.claim.ClaimId;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Action;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Statements;
import org.isnad.tlog.Hash;
import org.isnad.tlog.LogProof;
import org.isnad.tlog.NoteVerifier;

/** What a claim's history page says of its proof: only what was checked is called verified, and what differs is named. */
@IsnadTest
class ProofIT {
    @Inject
    Newsroom newsroom;
    @Inject
    LogAtHand log;
    @Inject
    Event<DomainEvent> events;
    @Inject
    Clock clock;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    private Actor editor;
    private ClaimId claim;

    @BeforeEach
    void somethingHappens() {
        editor = newsroom.editor();
        claim = newsroom.published(newsroom.reviewer(), editor);
        log.bringUpToDate();
    }

    @Test
    void whatNobodyCheckedIsNotCalledVerified() {
        Document page = page("?lang=en");
        assertThat(page.select("#proof h2").text()).isEqualTo("In the signed log; not checked here yet");
        assertThat(page.select("#proof .kv").text())
                .matches("checkpoint \\d+ signed .* root \\S{4}…\\S{3}= .*witness.*");
        assertThat(page.text()).doesNotContain("Verified").doesNotContain("verified");
        assertThat(page.select("#events > li .tev-proof").eachText())
                .allMatch(text -> text.matches("leaf \\d+ · checkpoint \\d+ Inclusion proof \\d"));
    }

    @Test
    void everyStepIsVerifiedWhenAsked() {
        Document page = page("?lang=en&verify=now");
        assertThat(page.select("#proof h2").text()).isEqualTo("All 9 steps verified");
        assertThat(page.select("#proof .kv").text()).contains("rows agree with the last step", "checked");
        assertThat(page.select(".is-bad, #differences")).isEmpty();
        assertThat(page.select("#events .verified")).hasSize(9);
        assertThat(page("?lang=ar&verify=now").select("#proof h2").text())
                .isEqualTo("تم التحقق من الخطوات كلها (٩)");
    }

    @Test
    void anAuditorsOwnLookWaitsForTheNextCheckpoint() {
        Document page = page("lina", "?lang=en&verify=now");
        assertThat(page.select("#proof h2").text()).isEqualTo("All 9 signed steps verified");
        assertThat(page.select("#proof .kv").text()).contains("1 in the next checkpoint");
        assertThat(page.select("#events > li").first().text()).contains("Lina Sabbagh read the history",
                "In the next checkpoint").doesNotContain("Verified");
    }

    @Test
    void aProofCanBeTakenAwayAndHolds() throws SQLException {
        for (int step : List.of(1, 9)) {
            Response answer = Login.as("huda").get("/claims/" + claim + "/history/" + step + "/proof");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("Content-Disposition"))
                    .contains("isnad-" + claim + "-" + step + ".tlog-proof");
            LogProof proof = LogProof.parse(answer.asString());
            String key = io.restassured.RestAssured.get("/log/keys").asString().lines().findFirst().orElseThrow();
            try (Connection connection = asOwner();
                    Statement statement = connection.createStatement();
                    var row = statement
                            .executeQuery("select l.hash from log_leaf l join audit_event e on e.id = l.event_id "
                                    + "where e.aggregate_id = '" + claim + "' and e.aggregate_version = " + step)) {
                row.next();
                proof.verify(Hash.of(row.getBytes(1)), NoteVerifier.of(key));
            }
        }
        for (String wrong : List.of("10", "0", "x", "99999999999999999999")) {
            assertThat(Login.as("huda").get("/claims/" + claim + "/history/" + wrong + "/proof").statusCode())
                    .as(wrong).isEqualTo(404);
        }
        assertThat(Login.as("lina").get("/claims/" + Ids.next() + "/history/1/proof").statusCode()).isEqualTo(404);
        assertThat(Login.as("adam").get("/claims/" + claim + "/history/1/proof").statusCode()).isEqualTo(404);
    }

    /** The mock's page: a row that somebody changed is shown beside what the history says. */
    @Test
    void aRowThatWasChangedBehindTheDeskIsShownBesideItsHistory() throws Exception {
        tampered("verdict_revision",
                "update verdict_revision set rating_code = 'true' where claim_id = '" + claim + "'",
                "update verdict_revision set rating_code = 'mostly-false' where claim_id = '" + claim + "'", () -> {
                    Document page = page("?lang=en&verify=now");
                    assertThat(page.select("#proof.is-bad h2").text())
                            .isEqualTo("One row is not as the signed history left it");
                    assertThat(page.select(".chip-bad").text()).isEqualTo("in doubt");
                    assertThat(page.select(".notice-bad").text()).contains("What to do now", "Export");
                    Element difference = page.select("#differences > li").first();
                    assertThat(difference.text()).contains("This row is not as its last step left it",
                            "verdict_revision",
                            "Step 7 wrote it last", "outside the desk");
                    assertThat(difference.select(".rating").eachText()).containsExactly("Mostly false", "True");
                    assertThat(difference.select("dt").eachText()).containsExactly("Rating");
                    assertThat(page.select("#events .verified")).hasSize(9);
                    assertThat(page("?lang=ar&verify=now").select("#differences").text())
                            .contains("هذا الصف ليس كما تركته آخر خطوة");
                });
        assertThat(page("?lang=en&verify=now").select("#proof h2").text()).isEqualTo("All 9 steps verified");
    }

    @Test
    void aRowThatIsGoneOrWasAddedIsNamed() throws Exception {
        tampered("claim_contributor", "insert into claim_contributor select claim_id, '" + editor.person()
                + "', 'DRAFTED', 1, now() from claim_contributor where claim_id = '" + claim + "' limit 1",
                "delete from claim_contributor where claim_id = '" + claim + "' and person_id = '" + editor.person()
                        + "' and contribution = 'DRAFTED'",
                () -> assertThat(page("?lang=en&verify=now").select("#differences").text())
                        .contains("No step tells of this row", "claim_contributor"));
    }

    @Test
    void aStepThatWasChangedIsMarkedInTheTimeline() throws Exception {
        String step8 = " where aggregate_id = '" + claim + "' and aggregate_version = 8";
        tampered("audit_event", "update audit_event set actor = '" + UUID.randomUUID() + "'" + step8,
                "update audit_event set actor = '" + editor.person() + "'" + step8, () -> {
                    Document page = page("?lang=en&verify=now");
                    assertThat(page.select("#proof h2").text()).isEqualTo("1 of 9 steps does not match");
                    assertThat(page.select("#step-8.is-bad").text()).contains("Does not match",
                            "Its columns say something else than its signed bytes.");
                    assertThat(page.select("#differences").text()).contains("Step 8 does not match");
                    assertThat(page.select("#events .verified")).hasSize(8);
                });
        String bytes = "set canonical = set_byte(canonical, 12, get_byte(canonical, 12) # 1)" + step8;
        tampered("audit_event", "update audit_event " + bytes, "update audit_event " + bytes, () -> {
            Document page = page("?lang=en&verify=now");
            assertThat(page.select("#step-8.is-bad").text()).contains("does not follow from the step",
                    "not in the tree that was signed");
            assertThat(page.select("#events .verified")).hasSize(8);
        });
        String value = "set payload = set_byte(payload, 12, get_byte(payload, 12) # 1) where position = 0 and event_id = "
                + "(select id from audit_event" + step8 + ")";
        tampered("audit_change", "update audit_change " + value, "update audit_change " + value,
                () -> assertThat(page("?lang=en&verify=now").select("#step-8.is-bad").text())
                        .contains("A value of it is not the one it commits to"));
    }

    @Test
    void refusalsAloneAndReadingsHidden() {
        Actor both = newsroom.person("both", Role.REVIEWER, Role.SENIOR_EDITOR);
        claim = newsroom.submitted(both);
        try {
            newsroom.approve(claim, 1, both);
        } catch (Problem.NotAllowed expected) {
            assertThat(expected.code()).isEqualTo("four-eyes");
        }
        assertThat(page("?lang=en&refused=1").select("#events > li.tev")).hasSize(1);
        for (int i = 0; i < 3; i++) {
            read(Did.CLAIM_READ, editor);
        }
        read(Did.HISTORY_READ, editor);
        read(Did.HISTORY_READ, both);
        Document all = page("?lang=en");
        assertThat(all.select("#events > li.tev").get(1).select("summary").text()).startsWith("editor read it 4 times");
        assertThat(all.select("input[name=reading][type=checkbox]").hasAttr("checked")).isTrue();
        int withReading = all.select("#events > li.tev").size();
        Document hidden = page("?lang=en&reading=0");
        assertThat(hidden.select("#events > li.tev")).hasSize(withReading - 2);
        assertThat(hidden.select("input[name=reading][type=checkbox]").hasAttr("checked")).isFalse();
        assertThat(page("?lang=en&reading=0&reading=1").select("#events > li.tev")).hasSize(withReading);
    }

    @Test
    void theNumberOfStatementsStaysFixed() {
        page("?lang=en&verify=now");
        long few = Statements.during(() -> page("?lang=en"));
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 200; i++) {
                events.fire(DomainEvent.of(AggregateType.CLAIM, claim.value(), Did.HISTORY_READ,
                        new Stamp(editor.person().value(), "session", clock.instant())));
            }
        });
        log.bringUpToDate();
        assertThat(Statements.during(() -> page("?lang=en"))).isLessThanOrEqualTo(few)
                .isLessThanOrEqualTo(9);
        assertThat(page("?lang=en&verify=now").select("#proof h2").text()).isEqualTo("All 209 steps verified");
    }

    private void read(Did how, Actor by) {
        QuarkusTransaction.requiringNew().run(() -> events.fire(DomainEvent.of(AggregateType.CLAIM, claim.value(), how,
                new Stamp(by.person().value(), "session", clock.instant()))));
    }

    private interface Look {
        void now() throws Exception;
    }

    /** As somebody does who owns the tables; put back afterwards. */
    private void tampered(String table, String change, String back, Look look) throws Exception {
        try (Connection connection = asOwner(); Statement statement = connection.createStatement()) {
            try {
                behind(statement, table, change);
                look.now();
            } finally {
                behind(statement, table, back);
            }
        }
    }

    private static void behind(Statement statement, String table, String sql) throws SQLException {
        List<String> triggers = new java.util.ArrayList<>();
        try (var rows = statement.executeQuery("select tgname from pg_trigger where tgrelid = '" + table
                + "'::regclass and not tgisinternal and tgenabled = 'A'")) {
            while (rows.next()) {
                triggers.add(rows.getString(1));
            }
        }
        statement.execute("alter table " + table + " disable trigger user");
        assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
        statement.execute("alter table " + table + " enable trigger user");
        for (String trigger : triggers) {
            statement.execute("alter table " + table + " enable always trigger " + trigger);
        }
    }

    private Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, password);
    }

    /** As an editor: an auditor's look is a step itself. */
    private Document page(String query) {
        return page("huda", query);
    }

    private Document page(String user, String query) {
        Response answer = Login.as(user).get("/claims/" + claim + "/history" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }

    private enum Did implements Action {
        CLAIM_READ,
        HISTORY_READ
    }
}
