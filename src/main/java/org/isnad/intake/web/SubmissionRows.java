package org.isnad.intake.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.jspecify.annotations.Nullable;

import org.isnad.article.Upload;
import org.isnad.article.web.ArticleJson;
import org.isnad.intake.IntakeRow;
import org.isnad.intake.ItemInput;
import org.isnad.intake.RowsInOrder;
import org.isnad.intake.Trouble;
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
            return notReadable(Map.of("what", "object"), "It is no JSON object.");
        }
        try {
            return IntakeRow.of(input(json.treeToValue(article, ArticleJson.Submission.class)));
        } catch (UnrecognizedPropertyException e) {
            return notReadable(Map.of("unknown", e.getPropertyName()),
                    "There is a field " + e.getPropertyName() + ", which the API does not know.");
        } catch (JsonMappingException e) {
            String field = e.getPath().stream().map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull).collect(Collectors.joining("."));
            return field.isEmpty()
                    ? notReadable(Map.of(), "It is not an article as the API takes it.")
                    : notReadable(Map.of("field", field), "What stands in " + field + " is not of its kind.");
        } catch (JsonProcessingException e) {
            return notReadable(Map.of(), "It is not an article as the API takes it.");
        } catch (Problem.Invalid e) {
            return notReadable(Map.of("field", e.errors().get(0).field()), String.valueOf(e.getMessage()));
        }
    }

    /** An article in a line of its own. */
    IntakeRow line(String line) {
        try {
            return row(json.readTree(line));
        } catch (JsonProcessingException e) {
            return notReadable(Map.of("column", Integer.toString(e.getLocation().getColumnNr())),
                    "The line is no JSON.");
        }
    }

    /** The articles of a whole array. */
    Iterator<IntakeRow> array(String text) {
        try {
            MappingIterator<JsonNode> nodes = json.readerFor(JsonNode.class).readValues(text);
            return new RowsInOrder(new RowsInOrder.Source() {
                @Override
                public boolean hasNext() throws IOException {
                    return nodes.hasNextValue();
                }

                @Override
                public IntakeRow next() throws IOException {
                    return row(nodes.nextValue());
                }
            }, SubmissionRows::rest);
        } catch (IOException e) {
            return List.of(IntakeRow.refused(rest(e))).iterator();
        }
    }

    private static Trouble rest(Exception e) {
        Map<String, String> where = new HashMap<>(Map.of("rest", "true"));
        if (e instanceof JsonProcessingException json && json.getLocation() != null) {
            where.put("line", Integer.toString(json.getLocation().getLineNr()));
            where.put("column", Integer.toString(json.getLocation().getColumnNr()));
        }
        return new Trouble("not-readable", where, "From here on the file is no JSON.");
    }

    private static IntakeRow notReadable(Map<String, String> parameters, String why) {
        return IntakeRow.refused(new Trouble("not-readable", parameters, why));
    }

    private static ItemInput input(ArticleJson.Submission article) {
        ArticleJson.Bytes bytes = article.original();
        Upload original = bytes == null ? null : bytes.upload();
        return new ItemInput(article.url(), article.title(), article.byline(), article.outlet(),
                article.publishedOn() == null ? null : article.publishedOn().toString(), article.language(),
                article.text(), original, null, Boolean.TRUE.equals(article.separate()));
    }
}
