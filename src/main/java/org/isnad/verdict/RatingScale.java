package org.isnad.verdict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.isnad.kernel.AggregateType;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Stamp;

/** One version of the desk's rating scale, as adopted from the configuration; never changed, only followed by another. */
@Entity
public class RatingScale {
    @Id
    private int version;
    private UUID id;
    private String sha256;
    private Instant adoptedAt;

    @SuppressWarnings("NullAway.Init")
    protected RatingScale() {}

    RatingScale(ScaleFile file, Stamp by) {
        this.version = file.version();
        this.id = Ids.next();
        this.sha256 = file.sha256();
        this.adoptedAt = by.at();
    }

    DomainEvent adopted(List<ScaleFile.Value> values, Stamp by) {
        return DomainEvent.of(AggregateType.RATING_SCALE, id, VerdictAction.RATING_SCALE_ADOPTED, by,
                FieldChange.added("version", version), FieldChange.added("sha256", sha256),
                FieldChange.added("ratings", values.stream().map(ScaleFile.Value::describe).toList()));
    }

    UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    String sha256() {
        return sha256;
    }
}
