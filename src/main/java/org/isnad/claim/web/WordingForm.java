package org.isnad.claim.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.Claim;
import org.isnad.claim.Priority;
import org.isnad.claim.Wording;
import org.isnad.kernel.Problem;

/** A claim's wording as a form carries it: everything is what was typed. */
public record WordingForm(@RestForm @Nullable String text, @RestForm @Nullable String claimant,
        @RestForm @Nullable String claimedOn, @RestForm @Nullable String priority) {

    static WordingForm of(Claim claim) {
        return new WordingForm(claim.wording(), claim.claimant(),
                claim.claimedOn() == null ? null : claim.claimedOn().toString(), claim.priority().name());
    }

    /** A new claim's form, its wording proposed from the marked words. */
    static WordingForm proposed(String words, @Nullable String claimant) {
        return new WordingForm(words.strip().replaceAll("\\s+", " "), claimant, null, null);
    }

    Wording wording() {
        return new Wording(text, claimant, date(), chosenPriority());
    }

    /** The chosen priority, the usual one before anything was chosen. */
    public Priority chosenPriority() {
        return Stream.of(Priority.values()).filter(p -> p.name().equals(priority)).findFirst().orElse(Priority.NORMAL);
    }

    private @Nullable LocalDate date() {
        try {
            return claimedOn == null || claimedOn.isBlank() ? null : LocalDate.parse(claimedOn.strip());
        } catch (DateTimeException e) {
            throw new Problem.Invalid("claimedOn", "not-a-date");
        }
    }
}
