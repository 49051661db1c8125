package org.isnad.article.extraction;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

import org.isnad.article.CodePoints;

/**
 * What a page says of its article as schema.org's <a href="https://schema.org/Article">Article</a> in JSON-LD. Blocks that
 * cannot be read are passed over.
 */
final class StructuredData {
    private static final Set<String> ARTICLES = Set.of("Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle",
            "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "AskPublicNewsArticle",
            "ReviewNewsArticle", "Report", "LiveBlogPosting", "SocialMediaPosting", "TechArticle", "ScholarlyArticle",
            "AdvertiserContentArticle", "SatiricalArticle", "MedicalWebPage");
    private static final int LARGEST = 2_000_000;
    private static final int LONGEST_TITLE = 1000;
    private static final int MOST_OBJECTS = 5_000;

    private final List<JsonObject> objects = new ArrayList<>();
    private final Map<String, JsonObject> byId = new HashMap<>();
    private final @Nullable JsonObject article;

    private StructuredData(Document page) {
        for (Element script : page.select("script[type*=ld+json]")) {
            read(script.data());
        }
        objects.stream().filter(object -> object.size() > 1)
                .forEach(object -> string(object.get("@id")).ifPresent(id -> byId.putIfAbsent(id, object)));
        article = objects.stream().filter(object -> is(object, ARTICLES)).findFirst().orElse(null);
    }

    static StructuredData of(Document page) {
        return new StructuredData(page);
    }

    Optional<String> title() {
        return property("headline").or(() -> property("name")).map(title -> CodePoints.head(title, LONGEST_TITLE));
    }

    Optional<String> body() {
        return property("articleBody");
    }

    Optional<String> published() {
        return property("datePublished").or(() -> objects.stream()
                .filter(object -> is(object, Set.of("WebPage", "ItemPage"))).map(page -> page.get("datePublished"))
                .flatMap(date -> string(date).stream()).findFirst());
    }

    /** The names of the authors, in order. */
    List<String> authors() {
        return article == null ? List.of() : names(article.get("author"), 0);
    }

    Optional<String> outlet() {
        return article == null ? Optional.empty() : names(article.get("publisher"), 0).stream().findFirst();
    }

    private void read(String script) {
        String json = script.strip().replaceAll("^(?:<!--|//\\s*<!\\[CDATA\\[|/\\*\\s*<!\\[CDATA\\[\\s*\\*/)", "")
                .replaceAll("(?:-->|//\\s*]]>|/\\*\\s*]]>\\s*\\*/)$", "")
                // Line ends inside strings are what hand-written blocks get wrong most.
                .replaceAll("[\\x00-\\x1F]", " ");
        if (json.isBlank() || json.length() > LARGEST) {
            return;
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            collect(reader.readValue());
        } catch (RuntimeException e) {
            // A page is not refused for what machines were to read of it; the parser also throws plain ones.
        }
    }

    private void collect(JsonValue root) {
        Deque<JsonValue> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty() && objects.size() < MOST_OBJECTS) {
            JsonValue value = left.removeFirst();
            if (value instanceof JsonObject object) {
                objects.add(object);
                left.addAll(object.values());
            } else if (value instanceof JsonArray array) {
                left.addAll(array);
            }
        }
    }

    private static boolean is(JsonObject object, Set<String> types) {
        JsonValue type = object.get("@type");
        Stream<JsonValue> all = type instanceof JsonArray array ? array.stream() : Stream.ofNullable(type);
        return all.flatMap(one -> string(one).stream()).map(name -> name.substring(name.lastIndexOf('/') + 1))
                .anyMatch(types::contains);
    }

    private Optional<String> property(String name) {
        return article == null ? Optional.empty() : string(article.get(name));
    }

    private List<String> names(@Nullable JsonValue value, int depth) {
        if (depth > 3) {
            return List.of();
        }
        if (value instanceof JsonArray array) {
            return array.stream().flatMap(one -> names(one, depth + 1).stream()).distinct().toList();
        }
        if (value instanceof JsonObject object) {
            Optional<JsonObject> referred = string(object.get("@id")).map(byId::get)
                    .filter(other -> !object.containsKey("name"));
            return referred.map(other -> names(other.get("name"), depth + 1))
                    .orElseGet(() -> names(object.get("name"), depth + 1));
        }
        return string(value).stream().collect(Collectors.toList());
    }

    /** Some systems escape for HTML what is in a script already. */
    private static Optional<String> string(@Nullable JsonValue value) {
        return value instanceof JsonString string && !string.getString().isBlank()
                ? Optional.of(Parser.unescapeEntities(string.getString(), false).strip())
                : Optional.empty();
    }
}
