package org.isnad.article.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleCard;
import org.isnad.article.ArticleDetails;
import org.isnad.article.ArticleState;
import org.isnad.article.Upload;
import org.isnad.article.extraction.Found;
import org.isnad.kernel.Problem;

/** What the API says about articles. What is unknown is left out. */
public final class ArticleJson {
    private ArticleJson() {}

    /** An article to submit. */
    @Schema(name = "NewArticle")
    public record Submission(
            @Schema(description = "Where it was published; the same address again leads to the existing article") @Nullable String url,
            @Schema(description = "Proposed from the document when left out") @Nullable String title,
            @Nullable String byline, @Nullable String outlet, @Nullable LocalDate publishedOn,
            @Schema(description = "ISO 639 code; found out from the text when left out", examples = "ar") @Nullable String language,
            @Schema(description = "The frozen text; taken from the original when left out. One of text and original is needed") @Nullable String text,
            @Nullable Bytes original,
            @Schema(description = "True to keep it as an article of its own although a nearly same text is at the desk") @Nullable Boolean separate) {}

    /** A document as it came. */
    @Schema(name = "Original")
    public record Bytes(@Nullable String fileName,
            @Schema(description = "The document's bytes: a plain text or web page of at most 6 MiB; a PDF, Word document (.docx), mail or web archive of at most 20 MiB") byte @Nullable [] base64) {
        public Upload upload() {
            if (base64 == null) {
                throw new Problem.Invalid("original.base64", "required");
            }
            return new Upload(fileName, base64);
        }
    }

    /** What became of a submission. */
    @Schema(name = "ReceivedArticle")
    record Receipt(UUID id,
            @Schema(description = "True when the same bytes, the same address or a nearly same text were at the desk already; only an address is noted then") boolean known) {}

    /** An article in a list. */
    @Schema(name = "ArticleSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(UUID id, UUID versionId, ArticleState state, @Nullable String url, String title,
            @Nullable String byline, @Nullable String outlet, @Nullable LocalDate publishedOn, String language,
            UUID receivedBy, Instant receivedAt) {
        static Summary of(ArticleCard card) {
            return new Summary(card.id(), card.versionId(), card.state(), card.url(), card.title(), card.byline(),
                    card.outlet(), card.publishedOn(), card.language(), card.receivedBy(), card.receivedAt());
        }
    }

    /** An article with its text; positions of passages count the text's Unicode code points. */
    @Schema(name = "Article")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Full(UUID id, UUID versionId, int versionNumber, ArticleState state, @Nullable String url, String title,
            @Nullable String byline, @Nullable String outlet, @Nullable LocalDate publishedOn, String language,
            @Schema(description = "Where the document says title, byline, outlet, publishedOn and language, and in which words; one that is not here was given by whoever brought it. Left out for articles that came before this was kept") @Nullable Found found,
            String text, String mediaType, @Nullable String fileName,
            @Schema(description = "Of the original bytes") String sha256, int size, UUID capturedBy,
            Instant capturedAt) {
        static Full of(ArticleDetails it) {
            return new Full(it.id(), it.versionId(), it.number(), it.state(), it.url(), it.title(), it.byline(),
                    it.outlet(), it.publishedOn(), it.language(), it.found(), it.text(), it.mediaType(), it.fileName(),
                    it.sha256(), it.size(), it.capturedBy(), it.capturedAt());
        }
    }
}
