package org.isnad.evidence.web;

import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.isnad.evidence.Evidence;
import org.isnad.evidence.EvidenceDetails;
import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;
import org.isnad.kernel.web.Parameters;

/** A piece of evidence as a form carries it: everything is what was typed. */
public record EvidenceForm(@RestForm @Nullable String url, @RestForm @Nullable String title,
        @RestForm @Nullable String quote, @RestForm @Nullable String stance, @RestForm @Nullable String source,
        @RestForm @Nullable String note) {

    /** The form before anything was typed. */
    public static EvidenceForm empty() {
        return new EvidenceForm(null, null, null, null, null, null);
    }

    static EvidenceForm of(Evidence piece) {
        return new EvidenceForm(piece.url(), piece.title(), piece.quote(), piece.stance().name(),
                piece.source().name(), piece.note());
    }

    EvidenceDetails details() {
        return new EvidenceDetails(url, title, Parameters.lines(quote), chosenStance(), chosenSource(),
                Parameters.lines(note));
    }

    public @Nullable Stance chosenStance() {
        return Stream.of(Stance.values()).filter(s -> s.name().equals(stance)).findFirst().orElse(null);
    }

    public @Nullable Source chosenSource() {
        return Stream.of(Source.values()).filter(s -> s.name().equals(source)).findFirst().orElse(null);
    }

    /** Whether something is worth keeping that stands behind the part of the form which is folded away. */
    public boolean hasNote() {
        return note != null && !note.isBlank();
    }
}
