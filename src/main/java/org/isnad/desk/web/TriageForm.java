package org.isnad.desk.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;

/**
 * What triage's form carries; everything is what was typed or ticked.
 *
 * @param claim
 *            ids of the ticked claims
 * @param due
 *            a local date and time in the person's zone
 */
public record TriageForm(@RestForm @Nullable List<String> claim, @RestForm @Nullable String act,
        @RestForm @Nullable String article, @RestForm @Nullable String reason, @RestForm @Nullable String assignee,
        @RestForm @Nullable String due) {

    static TriageForm empty() {
        return new TriageForm(List.of(), null, null, null, null, null);
    }

    List<UUID> claims() {
        return claim == null ? List.of() : claim.stream().map(Ids::parse).flatMap(java.util.Optional::stream).toList();
    }

    TriageAct chosen() {
        return Stream.of(TriageAct.values()).filter(each -> each.name().equals(act)).findFirst()
                .orElseThrow(() -> new Problem.Invalid("act", "required"));
    }

    boolean ticked(UUID id) {
        return claims().contains(id);
    }

    /** Whether the form was refused while doing that. */
    public boolean was(String name) {
        return name.equals(act);
    }
}
