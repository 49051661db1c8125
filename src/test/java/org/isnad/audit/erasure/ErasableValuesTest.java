package org.isnad.audit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.isnad.kernel.AggregateType;
import org.isnad.kernel.Problem;

class ErasableValuesTest {
    private static final UUID CLAIM = new UUID(0, 1);
    private static final ErasableValue SUMMARY = row("verdict", "summary", ErasurePart.VERDICT, "Seven lorries.");
    private static final ErasableValue QUOTE = row("evidence", "quote", ErasurePart.EVIDENCE,
            "The bulletin says: Seven lorries. No more.");
    private static final ErasableValue NOTE = row("evidence", "note", ErasurePart.EVIDENCE, "no");
    private static final ErasableValue STEP = step(4, "summary", "Seven lorries.", "Eight lorries.");
    private static final ErasableValue CITED = step(5, "evidence", "Seven lorries.", "A title");
    private static final ErasableValue TITLE = row("evidence", "title", ErasurePart.EVIDENCE, "A title");
    private static final ErasableValues ALL = new ErasableValues(List.of(SUMMARY, QUOTE, NOTE, STEP, CITED, TITLE));

    @Test
    void aRequestMeansItsPartsAndWhateverRepeatsThem() {
        assertThat(ALL.meantBy(Set.of(ErasurePart.VERDICT))).containsExactly(0, 1, 3, 4);
        assertThat(ALL.meantBy(Set.of(ErasurePart.CLAIMANT))).isEmpty();
    }

    @Test
    void aListThatGoesForOneTextDoesNotSpeakForTheOthersInIt() {
        assertThat(ALL.repeating(Set.of(0, 1, 3, 4))).isEmpty();
        assertThat(ALL.repeating(Set.of(5))).containsExactly(4);
    }

    @Test
    void shortTextsAreNotLookedForByThemselvesButWhenTyped() {
        assertThat(ALL.repeating(Set.of(2))).isEmpty();
        assertThat(ALL.holding("no")).containsExactly(2);
        assertThat(ALL.holding(" ")).isEmpty();
    }

    @Test
    void aShortTextRepeatsWhereItStandsAlone() {
        ErasableValue claimant = row("claim", "claimant", ErasurePart.CLAIMANT, "علي");
        ErasableValue published = step(6, "published", "وصل عليها", "علي");
        ErasableValue wording = row("claim", "wording", ErasurePart.WORDING, "وصل عليها");

        ErasableValues values = new ErasableValues(List.of(claimant, published, wording));
        assertThat(values.repeating(Set.of(0))).containsExactly(1);
        assertThat(values.holding("علي")).containsExactly(0, 1, 2);
    }

    @Test
    void aFileRepeatsWhatIsSaidOfItsVersion() {
        ErasableValue title = new ErasableValue("article_version", CLAIM, null, List.of("title"), ErasurePart.SOURCE,
                AggregateType.ARTICLE, CLAIM, null, "title", List.of("A bridge closes"), null);
        ErasableValue file = new ErasableValue("article_version", CLAIM, null, List.of("original"), ErasurePart.TEXT,
                AggregateType.ARTICLE, CLAIM, null, "original", List.of("1024"), null);

        ErasableValue warc = new ErasableValue("capture", new UUID(0, 7), null, List.of("warc"), ErasurePart.TEXT,
                AggregateType.ARTICLE, CLAIM, null, "warc", List.of("2048"), CLAIM);
        ErasableValue another = new ErasableValue("capture", new UUID(0, 8), null, List.of("warc"), ErasurePart.TEXT,
                AggregateType.ARTICLE, CLAIM, null, "warc", List.of("2048"), new UUID(0, 9));

        ErasableValues values = new ErasableValues(List.of(title, file, warc, another));
        assertThat(values.repeating(Set.of(0))).containsExactly(1, 2);
        assertThat(values.repeating(Set.of(1))).containsExactly(2);
        assertThat(values.repeating(Set.of(3))).isEmpty();
        assertThat(values.holding("1024")).isEmpty();
    }

    @Test
    void everyChangeOfAValueChangesTheFingerprint() {
        assertThat(ALL.fingerprint()).isEqualTo(new ErasableValues(ALL.all()).fingerprint())
                .isNotEqualTo(new ErasableValues(ALL.all().subList(1, 6)).fingerprint())
                .isNotEqualTo(new ErasableValues(List.of(row("verdict", "summary", ErasurePart.VERDICT,
                        "Seven lorries!"), QUOTE, NOTE, STEP, CITED, TITLE)).fingerprint());
    }

    @Test
    void anIndexOutsideTheListIsRefused() {
        assertThatThrownBy(() -> ALL.at(Set.of(6))).isInstanceOf(Problem.Invalid.class);
    }

    private static ErasableValue row(String table, String column, ErasurePart part, String text) {
        return new ErasableValue(table, CLAIM, null, List.of(column), part, AggregateType.CLAIM, CLAIM, null, column,
                List.of(text), null);
    }

    private static ErasableValue step(long number, String field, String... texts) {
        return new ErasableValue("audit_change", new UUID(0, number), 0, List.of("payload"),
                field.equals("summary") ? ErasurePart.VERDICT : ErasurePart.EVIDENCE, AggregateType.CLAIM, CLAIM,
                number, field, List.of(texts), null);
    }
}
