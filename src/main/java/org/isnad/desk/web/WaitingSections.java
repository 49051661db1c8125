package org.isnad.desk.web;

import java.util.Map;

import jakarta.enterprise.context.RequestScoped;

import org.isnad.desk.Waiting;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.web.Section;
import org.isnad.kernel.web.SectionCounts;

/** Gives the top bar its numbers. */
@RequestScoped
class WaitingSections implements SectionCounts {
    private final CurrentActor actor;
    private final Waiting waiting;

    WaitingSections(CurrentActor actor, Waiting waiting) {
        this.actor = actor;
        this.waiting = waiting;
    }

    @Override
    public Map<Section, Long> waiting() {
        return actor.find().map(someone -> waiting.of(someone.person()))
                .map(counts -> Map.of(Section.TRIAGE, counts.triage(), Section.APPROVALS, counts.approvals(),
                        Section.QUEUE, counts.queue()))
                .orElse(Map.of());
    }
}
