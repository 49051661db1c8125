package org.isnad.article;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import org.isnad.kernel.AggregateType;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Stamp;

/** That somebody looked at a suggested claim and found that it is none. */
@Entity
class DismissedSuggestion {
    /** A statement by its place in a frozen text, in Unicode code points: whatever suggests it, now or in a later version. */
    @Embeddable
    record Place(@Column(name = "article_version_id") UUID articleVersionId, @Column(name = "start_at") int start,
            @Column(name = "end_at") int end) implements Serializable {
        @Override
        public String toString() {
            return start + "–" + end;
        }
    }

    @EmbeddedId
    private Place place;
    private UUID articleId;
    private UUID dismissedBy;
    private Instant dismissedAt;

    @SuppressWarnings("NullAway.Init")
    protected DismissedSuggestion() {}

    DismissedSuggestion(Place place, UUID article, Stamp by) {
        this.place = place;
        this.articleId = article;
        this.dismissedBy = by.person();
        this.dismissedAt = by.at();
    }

    DomainEvent dismissed(Stamp by) {
        return event(ArticleAction.SUGGESTION_DISMISSED, by, FieldChange.added("suggestion", place.toString()));
    }

    DomainEvent restored(Stamp by) {
        return event(ArticleAction.SUGGESTION_RESTORED, by, new FieldChange("suggestion", place.toString(), null));
    }

    private DomainEvent event(ArticleAction action, Stamp by, FieldChange change) {
        return DomainEvent.of(AggregateType.ARTICLE, articleId, action, by, change);
    }
}
