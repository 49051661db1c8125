package org.isnad.audit.erasure;

import java.util.List;

import org.isnad.kernel.AggregateType;

/** What an erasure can be about, with the parts that it can name. */
public enum ErasureTarget {
    PERSON(AggregateType.PERSON, ErasurePart.NAME),
    CLAIM(AggregateType.CLAIM, ErasurePart.WORDING, ErasurePart.CLAIMANT, ErasurePart.PASSAGES, ErasurePart.EVIDENCE,
            ErasurePart.VERDICT, ErasurePart.REASONS),
    ARTICLE(AggregateType.ARTICLE, ErasurePart.SOURCE, ErasurePart.TEXT);

    private final AggregateType type;
    private final List<ErasurePart> parts;

    ErasureTarget(AggregateType type, ErasurePart... parts) {
        this.type = type;
        this.parts = List.of(parts);
    }

    AggregateType type() {
        return type;
    }

    public List<ErasurePart> parts() {
        return parts;
    }
}
