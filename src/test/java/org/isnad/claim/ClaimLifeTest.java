package org.isnad.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

class ClaimLifeTest {
    private static final Stamp BY = new Stamp(UUID.randomUUID(), "session", Instant.parse("2026-11-23T10:00:00Z"));

    @ParameterizedTest
    @EnumSource(ClaimMove.class)
    void eachArrowStartsInItsOwnStateOnly(ClaimMove move) {
        for (ClaimState state : ClaimState.values()) {
            Claim claim = in(state);
            if (state == move.from()) {
                FieldChange change = claim.move(move);
                assertThat(claim.state()).isEqualTo(move.to());
                assertThat(change).isEqualTo(new FieldChange("state", state.name(), move.to().name()));
            } else {
                Problem.WrongState refusal = catchThrowableOfType(Problem.WrongState.class, () -> claim.move(move));
                assertThat(refusal.state()).isEqualTo(state.name().toLowerCase(java.util.Locale.ROOT));
                assertThat(refusal.possible())
                        .isEqualTo(
                                state.moves().stream().map(m -> m.name().toLowerCase(java.util.Locale.ROOT)).toList());
                assertThat(claim.state()).isEqualTo(state);
            }
        }
    }

    @Test
    void itsLanguageIsThatOfItsWordsAndNotOfTheArticle() {
        Claim claim = Claim.propose(
                new Wording("Forty lorries crossed on the day that the bridge was shut.", null, null, null),
                "ar", BY);
        assertThat(claim.language()).isEqualTo("en");
        claim.reword(new Wording("NATO 2024", null, null, null), BY);
        assertThat(claim.language()).isEqualTo("en");

        DomainEvent event = claim.reword(new Wording("عبرت أربعون شاحنة", null, null, null), BY);
        assertThat(claim.language()).isEqualTo("ar");
        assertThat(event.changes()).contains(new FieldChange("language", "en", "ar"));
    }

    @Test
    void onlyACorrectionStartsAnotherRound() {
        for (ClaimMove move : ClaimMove.values()) {
            Claim claim = in(move.from());
            int round = claim.round();
            claim.move(move);
            assertThat(claim.round()).as(move.name()).isEqualTo(move == ClaimMove.CORRECT ? round + 1 : round);
        }
    }

    @Test
    void theRefusalSaysWhatIsPossible() {
        Claim claim = in(ClaimState.SUBMITTED);
        Problem.WrongState refusal = catchThrowableOfType(Problem.WrongState.class, () -> claim.accept(BY));
        assertThat(refusal).hasMessage("Cannot accept while it is submitted. Possible now: withdraw, return, approve.");
    }

    @Test
    void retractedIsTheEnd() {
        assertThat(ClaimState.RETRACTED.moves()).isEmpty();
    }

    @Test
    void rewordingTellsFieldByFieldWhatChanged() {
        Claim claim = claim();
        DomainEvent event = claim.reword(new Wording("الجملة الثانية", "الناطق", null, Priority.HIGH), BY);
        assertThat(event.changes()).containsExactly(new FieldChange("wording", "الجملة الأولى", "الجملة الثانية"),
                new FieldChange("claimant", null, "الناطق"), new FieldChange("priority", "NORMAL", "HIGH"));
    }

    @Test
    void wordsOnWhichAVerdictWasSubmittedStand() {
        for (ClaimState state : List.of(ClaimState.SUBMITTED, ClaimState.APPROVED, ClaimState.PUBLISHED,
                ClaimState.RETRACTED,
                ClaimState.DISMISSED)) {
            Claim claim = in(state);
            assertThat(catchThrowableOfType(Problem.WrongState.class,
                    () -> claim.reword(new Wording("anders", null, null, null), BY))).as(state.name()).isNotNull();
            assertThat(claim.wording()).isEqualTo("الجملة الأولى");
        }
    }

    private static Claim claim() {
        return Claim.propose(new Wording("الجملة الأولى", null, null, null), "ar", BY);
    }

    /** A claim that came to the state along the arrows, by the shortest way. */
    private static Claim in(ClaimState state) {
        Map<ClaimState, List<ClaimMove>> ways = new EnumMap<>(ClaimState.class);
        ways.put(ClaimState.PROPOSED, List.of());
        Deque<ClaimState> next = new ArrayDeque<>(List.of(ClaimState.PROPOSED));
        while (!next.isEmpty()) {
            ClaimState at = next.remove();
            for (ClaimMove move : at.moves()) {
                if (!ways.containsKey(move.to())) {
                    List<ClaimMove> way = new java.util.ArrayList<>(ways.getOrDefault(at, List.of()));
                    way.add(move);
                    ways.put(move.to(), way);
                    next.add(move.to());
                }
            }
        }
        Claim claim = claim();
        ways.getOrDefault(state, List.of()).forEach(claim::move);
        assertThat(claim.state()).isEqualTo(state);
        return claim;
    }
}
