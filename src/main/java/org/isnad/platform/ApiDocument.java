package org.isnad.platform;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import org.isnad.platform.Trouble.Kind;

/**
 * Says in the OpenAPI document what holds for the whole API, so that no endpoint repeats it: problems (RFC 9457), If-Match,
 * Idempotency-Key, paging. Leaves the pages out. Runs when the application is built.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String ABOUT = """
            A fact-check review desk. Every act of the desk is here; the words are those of its pages. A member without a value is left out.

            **Tokens.** Only `Authorization: Bearer`. A person's token has that person's roles; a client's own token has only its \
            scopes and never decides on a verdict. What the caller may not see answers 404.

            **Versions.** An answer's `ETag` names what was read. A change sends it as `If-Match`: without it 428, and when somebody \
            else was faster 412 with the present `ETag`; nothing is overwritten. A claim's acts name the claim's ETag, saving and \
            submitting the draft's, approving and returning the verdict's, which is the number of the revision that was read. \
            `If-Match: *` will do where only the state matters.

            **Repeating.** Every POST takes an `Idempotency-Key`: for 24 hours the same key with the same content answers what it \
            answered first, without acting again.

            **Lists.** `Link` (RFC 8288) has `rel="next"` until the end. Follow it; never make a cursor.

            **Problems.** `application/problem+json` (RFC 9457); `type` is stable, `errors` names each field.
            """;
    private static final Map<Kind, String> WHY = new EnumMap<>(Map.of(Kind.BAD_REQUEST, "The request cannot be read",
            Kind.SIGN_IN, "No valid token", Kind.NOT_ALLOWED,
            "The token's roles or scopes do not allow it, or four eyes forbid it", Kind.NOT_FOUND,
            "No such thing, or the caller may not see it", Kind.WRONG_STATE,
            "Not possible in the present state, or the key's first request is still being worked on", Kind.STALE,
            "It changed since it was read; nothing was overwritten", Kind.MEDIA_TYPE,
            "Not a media type that this reads", Kind.INVALID, "Some fields cannot be used; errors names them",
            Kind.PRECONDITION, "If-Match is missing", Kind.INTERNAL, "Something went wrong here"));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        // While packaging, the document has no info yet; title and version join it when the application starts.
        Info info = api.getInfo() == null ? OASFactory.createInfo() : api.getInfo();
        api.setInfo(info.description(ABOUT));
        List<String> pages = api.getPaths().getPathItems().keySet().stream().filter(path -> !path.startsWith("/api/"))
                .toList();
        pages.forEach(page -> api.getPaths().removePathItem(page));
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components);
        components.addSchema(PROBLEM, problem());
        WHY.forEach((kind, why) -> components.addResponse(name(kind.status()), response(kind, why)));
        api.getPaths().getPathItems().forEach(ApiDocument::complete);
    }

    private static void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> complete(path, method, operation));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null
                ? new ArrayList<>()
                : new ArrayList<>(operation.getParameters());
        parameters.forEach(ApiDocument::explain);
        TreeSet<Integer> problems = new TreeSet<>();
        if (!path.startsWith("/api/v1/fact-checks")) {
            problems.addAll(List.of(401, 403));
        }
        if (path.contains("{")) {
            problems.add(404);
        }
        if (parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY)) {
            problems.add(422);
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(List.of(400, 415, 422));
        }
        if (method != HttpMethod.GET) {
            problems.addAll(List.of(409, 422));
        }
        if (parameters.stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
            problems.addAll(List.of(412, 422, 428));
        }
        if (method == HttpMethod.POST) {
            parameters.add(idempotencyKey());
        }
        operation.setParameters(parameters);
        problems.forEach(status -> operation.getResponses().addAPIResponse(String.valueOf(status),
                createAPIResponse().ref(name(status))));
        operation.getResponses().addAPIResponse("500", createAPIResponse().ref(name(500)));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && parameters.stream().anyMatch(p -> "after".equals(p.getName()))) {
                response.addHeader("Link", createHeader().description("rel=\"self\", and rel=\"next\" until the end")
                        .schema(text()));
            }
        });
    }

    private static void explain(Parameter parameter) {
        switch (String.valueOf(parameter.getName())) {
            case "If-Match" -> parameter.description("The ETag that was read").required(true)
                    .schema(text().addExample("\"3\""));
            case "limit" -> parameter.description("How many items; 25 when left out, at most 100")
                    .schema(createSchema().addType(SchemaType.INTEGER).minimum(BigDecimal.ONE));
            case "after" -> parameter.description("Where the next piece starts; taken from the Link header");
            default -> {
                // The endpoint says it.
            }
        }
    }

    private static Parameter idempotencyKey() {
        return createParameter().name("Idempotency-Key").in(Parameter.In.HEADER).required(false)
                .description("A new text for each new request, the same for its repetition; with or without quotes")
                .schema(text().addExample("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""));
    }

    private static APIResponse response(Kind kind, String why) {
        APIResponse response = createAPIResponse().description(why).content(content(kind));
        if (kind == Kind.STALE) {
            response.addHeader("ETag", createHeader().description("The version that is stored now").schema(text()));
        }
        return response;
    }

    private static Content content(Kind kind) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "/problems/" + kind.code());
        example.put("title", kind.title());
        example.put("status", kind.status());
        example.put("requestId", "0198c1d2-8a6e-7cc3-98c4-dc0c0c07398f");
        if (kind == Kind.INVALID) {
            example.put("errors", List.of(Map.of("field", "text", "code", "too-long", "max", 1000)));
        }
        return createContent().addMediaType(ErrorAnswers.PROBLEM_JSON,
                createMediaType().schema(createSchema().ref(PROBLEM)).example(example));
    }

    private static Schema problem() {
        Schema error = createSchema().addType(SchemaType.OBJECT).addProperty("field", text())
                .addProperty("code", text()).addRequired("field").addRequired("code");
        return createSchema().addType(SchemaType.OBJECT).description("Problem details (RFC 9457)")
                .addProperty("type", text().format("uri-reference").description("Stable for each kind of problem"))
                .addProperty("title", text())
                .addProperty("status", createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text().description("For whoever reads logs; never parse it"))
                .addProperty("requestId", text().description("To find the request in the server's log"))
                .addProperty("errors",
                        createSchema().addType(SchemaType.ARRAY).items(error)
                                .description("What is wrong with which field"))
                .addProperty("current",
                        createSchema().addType(SchemaType.INTEGER).description("With 412: the version stored now"))
                .addProperty("possible",
                        createSchema().addType(SchemaType.ARRAY).items(text())
                                .description("With a wrong state: what is possible instead"))
                .addRequired("type").addRequired("title").addRequired("status");
    }

    private static Schema text() {
        return createSchema().addType(SchemaType.STRING);
    }

    private static String name(int status) {
        return PROBLEM + status;
    }
}
