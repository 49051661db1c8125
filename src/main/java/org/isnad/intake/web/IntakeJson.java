package org.isnad.intake.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.article.web.ArticleJson;
import org.isnad.intake.IntakeItem;
import org.isnad.intake.IntakeJob;
import org.isnad.intake.IntakeKind;
import org.isnad.intake.IntakeState;
import org.isnad.intake.ItemInput.CheckNotes;
import org.isnad.intake.ItemState;
import org.isnad.intake.Trouble;

/** What the API says about lists. What is unknown is left out. */
final class IntakeJson {
    private IntakeJson() {}

    /** Many articles at once. */
    @Schema(name = "ArticleBatch")
    record Batch(
            @Schema(description = "What to call the list; at most 300 characters") @Nullable String name,
            @Schema(type = SchemaType.ARRAY, implementation = ArticleJson.Submission.class, required = true, description = "1 to 1,000 articles, each as when it is submitted alone. One with nothing but a url is fetched") @Nullable List<JsonNode> articles) {}

    /** A list, and how far it is. */
    @Schema(name = "IntakeList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Job(UUID id, IntakeKind kind, String name, UUID askedBy, Instant askedAt, IntakeState state,
            @Nullable Instant endedAt, long total,
            @Schema(description = "Of how many rows it is settled what became of them") long done,
            @Schema(description = "How many rows stand how, by state in lower case") Map<String, Long> rows) {
        static Job of(IntakeJob job) {
            Map<String, Long> rows = new LinkedHashMap<>();
            for (ItemState state : ItemState.values()) {
                rows.put(state.name().toLowerCase(Locale.ROOT), job.counts().of(state));
            }
            return new Job(job.id(), job.kind(), job.name(), job.askedBy(), job.askedAt(), job.state(), job.endedAt(),
                    job.counts().total(), job.counts().done(), rows);
        }
    }

    /** The report on one row. */
    @Schema(name = "IntakeRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(@Schema(description = "Its place in the list, from 1") int position, ItemState state,
            @Nullable String url,
            @Schema(description = "As the row says it, or the article's for whoever may read that") @Nullable String title,
            @Schema(description = "Why, as a stable code") @Nullable String reason,
            @Schema(description = "Why, as a sentence") @Nullable String detail,
            @Schema(description = "The article that holds it") @Nullable UUID article,
            @Schema(description = "The claim that was proposed with it") @Nullable UUID claim,
            @Schema(description = "What was fetched for it") @Nullable UUID capture,
            @Schema(description = "How often it was begun") int attempts,
            @Schema(description = "What else Meedan Check says of it; none of it is taken over") @Nullable Check check) {
        static Item of(IntakeItem item) {
            Trouble trouble = item.trouble();
            return new Item(item.position(), item.state(), item.url(), item.title(),
                    trouble == null ? null : trouble.reason(), trouble == null ? null : trouble.detail(),
                    item.article(), item.claim(), item.capture(), item.attempts(), Check.of(item.check()));
        }
    }

    /** What an item of Meedan Check says besides its content. */
    @Schema(name = "CheckNotes")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Check(@Nullable String claim, @Nullable String tags, @Nullable String status, @Nullable String created,
            @Nullable String source, @Nullable String mediaType) {
        static @Nullable Check of(@Nullable CheckNotes it) {
            return it == null
                    ? null
                    : new Check(it.claim(), it.tags(), it.status(), it.created(), it.source(), it.mediaType());
        }
    }

    /** For the OpenAPI document: what the list of lists holds. */
    @Schema(name = "IntakeListPage")
    record JobList(List<Job> items) {}

    /** For the OpenAPI document: what the report holds. */
    @Schema(name = "IntakeReport")
    record ItemList(List<Item> items) {}
}
