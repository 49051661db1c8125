package org.isnad.intake.web;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.isnad.article.Upload;
import org.isnad.article.web.ArticleJson;
import org.isnad.intake.IntakeRow;
import org.isnad.intake.ItemInput;
import org.isnad.kernel.Problem;

/** Reads articles as the API takes them, each by itself: one that cannot be read keeps no other from being taken. */
@ApplicationScoped
class SubmissionRows {
    private final ObjectMapper json;

    SubmissionRows(ObjectMapper json) {
        this.json = json;
    }

    IntakeRow row(@Nullable JsonNode article) {
        if (article == null || !article.isObject()) {
            return IntakeRow.unreadable("It is no JSON object.");
        }
        try {
            return IntakeRow.of(input(json.treeToValue(article, ArticleJson.Submission.class)));
        } catch (JsonProcessingException e) {
            return IntakeRow.unreadable(e.getOriginalMessage());
        } catch (Problem.Invalid e) {
            return IntakeRow.unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static ItemInput input(ArticleJson.Submission article) {
        ArticleJson.Bytes bytes = article.original();
        Upload original = bytes == null ? null : bytes.upload();
        return new ItemInput(article.url(), article.title(), article.byline(), article.outlet(),
                article.publishedOn() == null ? null : article.publishedOn().toString(), article.language(),
                article.text(), original, null, Boolean.TRUE.equals(article.separate()));
    }
}
