package org.isnad.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.isnad.audit.history.LogPlace;

class StepTest {
    private static final UUID SALMA = new UUID(0, 1);
    private static final UUID OMAR = new UUID(0, 2);

    @Test
    void aRunOfDraftSavesIsOneStep() {
        List<HistoryView.Step> steps = HistoryView.Step.of(List.of(event(6, HistoryAction.VERDICT_SUBMITTED, SALMA),
                event(5, HistoryAction.DRAFT_SAVED, SALMA), event(4, HistoryAction.DRAFT_SAVED, SALMA),
                event(3, HistoryAction.EVIDENCE_ADDED, SALMA), event(2, HistoryAction.DRAFT_SAVED, SALMA),
                event(1, HistoryAction.DRAFT_SAVED, OMAR)));

        assertThat(steps).extracting(step -> step.events().size()).containsExactly(1, 2, 1, 1, 1);
        assertThat(steps.get(1).latest().number()).isEqualTo(5);
        assertThat(steps.get(1).first().number()).isEqualTo(4);
        assertThat(steps.get(1).isRun()).isTrue();
    }

    @Test
    void aFilterThatHidesWhatWasBetweenDoesNotJoinWhatItParted() {
        assertThat(HistoryView.Step.of(
                List.of(event(5, HistoryAction.DRAFT_SAVED, SALMA), event(3, HistoryAction.DRAFT_SAVED, SALMA))))
                .hasSize(2);
    }

    @Test
    void onlyDraftSavesAreFolded() {
        assertThat(HistoryView.Step.of(List.of(event(2, HistoryAction.EVIDENCE_ADDED, SALMA),
                event(1, HistoryAction.EVIDENCE_ADDED, SALMA)))).hasSize(2);
    }

    private static HistoryView.Event event(long number, HistoryAction action, UUID actor) {
        return new HistoryView.Event(number, action, action.name(), actor, "name", "", Instant.EPOCH, null, null, null,
                1,
                new LogPlace(null, null, null), HistoryView.Checked.NOT, List.of(), null, "ltr", List.of());
    }
}
