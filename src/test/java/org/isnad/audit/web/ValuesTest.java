package org.isnad.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import org.isnad.audit.history.ClaimHeading;
import org.isnad.audit.history.HistoryNames;
import org.isnad.kernel.text.WordDiff;
import org.isnad.kernel.web.Language;

class ValuesTest {
    private static final UUID SALMA = UUID.fromString("01934c2e-0000-7000-8000-000000000003");
    private static final ClaimHeading.RatingName FALSE = new ClaimHeading.RatingName("r1", "False", "كاذب");
    private final Values values = new Values(
            new HistoryNames(Map.of(SALMA, "سلمى حداد"), Map.of("2/false", FALSE)), Language.AR);

    @Test
    void proseIsComparedInItsOwnDirection() {
        ChangeView change = change("summary", "{'before':'دخلت شاحنة','after':'دخلت شاحنتان'}");
        assertThat(change.isText()).isTrue();
        assertThat(change.dir()).isEqualTo("rtl");
        assertThat(change.text()).extracting(WordDiff.Piece::kind, WordDiff.Piece::text).containsExactly(
                org.assertj.core.groups.Tuple.tuple(WordDiff.Kind.SAME, "دخلت "),
                org.assertj.core.groups.Tuple.tuple(WordDiff.Kind.REMOVED, "شاحنة"),
                org.assertj.core.groups.Tuple.tuple(WordDiff.Kind.ADDED, "شاحنتان"));
        assertThat(change("summary", "{'before':null,'after':'Bahn. قال'}").dir()).isEqualTo("ltr");
        assertThat(change("summary", "{'before':'','after':'new'}").text())
                .containsExactly(new WordDiff.Piece(WordDiff.Kind.SAME, "new"));
        assertThat(change("summary", "{'before':'old','after':''}").text())
                .containsExactly(new WordDiff.Piece(WordDiff.Kind.REMOVED, "old"));
    }

    @Test
    void valuesAreSaidInThePagesLanguage() {
        ChangeView rating = change("rating", "{'before':null,'after':{'scale':2,'code':'false'}}");
        assertThat(rating.before()).isNull();
        assertThat(rating.after()).isEqualTo(Said.rating("r1", "كاذب"));
        assertThat(change("assignee", "{'before':'" + SALMA + "','after':null}").before())
                .isEqualTo(Said.of("text", "سلمى حداد"));
        assertThat(change("due", "{'before':null,'after':'2026-11-24T10:00:00Z'}").after())
                .isEqualTo(Said.moment(Instant.parse("2026-11-24T10:00:00Z")));
        assertThat(change("claimedOn", "{'before':null,'after':'2026-11-19'}").after())
                .isEqualTo(Said.day(LocalDate.of(2026, 11, 19)));
        assertThat(change("state", "{'before':'QUEUED','after':'ASSIGNED'}").after())
                .isEqualTo(Said.of("state", "state_ASSIGNED"));
        assertThat(change("order", "{'before':[1,2],'after':[2,1]}").after())
                .isEqualTo(Said.of("citation", "[2] [1]"));
        assertThat(change("round", "{'before':1,'after':2}").after()).isEqualTo(Said.number(2));
        assertThat(change("appearance", "{'before':null,'after':{'exact':'عبرت','start':3,'end':7}}").after())
                .isEqualTo(Said.of("text", "عبرت"));
    }

    @Test
    void whatCannotBeReadIsShownAsItWasWritten() {
        assertThat(change("rating", "{'before':null,'after':{'scale':9,'code':'odd'}}").after())
                .isEqualTo(Said.of("text", "{\"scale\":9,\"code\":\"odd\"}"));
        assertThat(change("due", "{'before':null,'after':'soon'}").after()).isEqualTo(Said.of("text", "soon"));
        assertThat(change("assignee", "{'before':null,'after':'nobody'}").after())
                .isEqualTo(Said.of("text", "nobody"));
        ChangeView later = change("mood", "{'before':null,'after':['good']}");
        assertThat(later.field()).isEqualTo(HistoryField.OTHER);
        assertThat(later.name()).isEqualTo("mood");
        assertThat(later.after()).isEqualTo(Said.of("text", "[\"good\"]"));
    }

    @Test
    void evidenceOfTwoRevisionsIsComparedByItsNumber() {
        ChangeView cited = change("evidence", """
                {'before':[{'number':1,'title':'A','quote':'twelve trucks'},{'number':2,'title':'B'}],
                 'after':[{'number':1,'title':'A','quote':'ten trucks'},{'number':3,'title':'C'}]}""");
        assertThat(cited.lines()).extracting(line -> line.label().text() + " " + line.became() + " " + text(line))
                .containsExactly("[1] changed A\n-twelve-+ten+ trucks", "[2] removed B", "[3] added C");
    }

    @Test
    void waiversAreComparedPieceByPiece() {
        ChangeView waivers = change("waivers",
                "{'before':{'RATING':'x'},'after':{'RATING':'x','EVIDENCE':'No source can be reached'}}");
        assertThat(waivers.lines()).extracting(line -> line.label().text() + " " + line.became() + " " + text(line))
                .containsExactly("piece_EVIDENCE added No source can be reached");
    }

    @Test
    void theChecklistIsNamed() {
        assertThat(change("checklist", "{'before':null,'after':['NO_INTEREST','QUOTES_MATCH']}").lines())
                .extracting(line -> line.label().text()).containsExactly("check_$NO_INTEREST", "check_$QUOTES_MATCH");
    }

    private static String text(ChangeView.Line line) {
        return line.text().stream().map(p -> switch (p.kind()) {
            case SAME -> p.text();
            case REMOVED -> "-" + p.text() + "-";
            case ADDED -> "+" + p.text() + "+";
        }).collect(Collectors.joining());
    }

    private ChangeView change(String field, String json) {
        try {
            return values.change("CLAIM", field, new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
