package org.isnad.claim.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleVersion;
import org.isnad.article.ArticleVersionId;
import org.isnad.article.Articles;
import org.isnad.article.Passage;
import org.isnad.claim.Appearances;
import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimRows;
import org.isnad.claim.ClaimState;
import org.isnad.claim.ClaimTriage;
import org.isnad.identity.Role;
import org.isnad.identity.Scope;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Because;
import org.isnad.kernel.web.Idempotent;
import org.isnad.kernel.web.IfMatch;
import org.isnad.kernel.web.Paging;

/** Claims over HTTP: found, pinned, worded, triaged. */
@Path("/api/v1/claims")
@Tenant("service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims", description = "Checkable statements, the words they are made with, and triage")
class ClaimApi {
    private final ClaimTriage triage;
    private final ClaimAccess access;
    private final ClaimRows rows;
    private final Appearances appearances;
    private final Articles articles;
    private final ClaimAnswers answers;
    private final CurrentActor actor;

    ClaimApi(ClaimTriage triage, ClaimAccess access, ClaimRows rows, Appearances appearances, Articles articles,
            ClaimAnswers answers, CurrentActor actor) {
        this.triage = triage;
        this.access = access;
        this.rows = rows;
        this.appearances = appearances;
        this.articles = articles;
        this.answers = answers;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Scope.DESK_READ})
    @Operation(operationId = "listClaims", summary = "List claims, newest first", description = "Reviewers see claims nobody works on and their own; clients with desk:read see those nobody works on.")
    @APIResponseSchema(value = ClaimList.class, responseDescription = "A piece of the list")
    public Response list(
            @Parameter(description = "Only claims in these states; may be repeated") @QueryParam("state") List<String> states,
            @Parameter(description = "Only claims made in this article") @QueryParam("article") @Nullable String article,
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after, UriInfo uri) {
        Paging paging = Paging.of(limit, after);
        return paging.answer(rows.page(actor.get(), states(states), article(article), paging.limit(), paging.after())
                .map(ClaimJson::of), uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    @Operation(operationId = "proposeClaim", summary = "Pin a new claim to words of an article")
    @APIResponseSchema(value = ClaimJson.class, responseCode = "201", responseDescription = "The proposed claim")
    public Response propose(@NotNull @Valid ProposeClaim claim) {
        ArticleVersionId where = new ArticleVersionId(claim.articleVersion());
        Passage words = SelectorJson.select(claim.selector(), text(where));
        return answers.created(
                triage.propose(where, words.start(), words.end(), claim.wording().wording(), actor.get()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Scope.DESK_READ})
    @Operation(operationId = "readClaim", summary = "Read a claim")
    @APIResponseSchema(value = ClaimJson.class, responseDescription = "The claim")
    public Response read(@PathParam("id") String id) {
        return answers.now(visible(id));
    }

    @GET
    @Path("/{id}/appearances")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Scope.DESK_READ})
    @Operation(operationId = "listAppearances", summary = "List the places where a claim is made, oldest first")
    @APIResponseSchema(value = AppearanceList.class, responseDescription = "A piece of the list")
    public Response appearances(@PathParam("id") String id, @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after, UriInfo uri) {
        Paging paging = Paging.of(limit, after);
        return paging.answer(appearances.page(visible(id), paging.limit(), paging.after()).map(AppearanceJson::of),
                uri);
    }

    @POST
    @Path("/{id}/appearances")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    @Operation(operationId = "addAppearance", summary = "Pin a claim to words of another place", description = "Naming a place twice changes nothing.")
    @APIResponseSchema(value = AppearanceJson.class, responseCode = "200", responseDescription = "The place")
    public Response appear(@PathParam("id") String id, @NotNull @Valid AddAppearance place) {
        ClaimId claim = visible(id);
        ArticleVersionId where = new ArticleVersionId(place.articleVersion());
        Passage words = SelectorJson.select(place.selector(), text(where));
        triage.addAppearance(claim, where, words.start(), words.end(), actor.get());
        return Response.ok(appearances.at(claim, where, words).map(AppearanceJson::of).orElseThrow()).build();
    }

    @PUT
    @Path("/{id}/wording")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    @Operation(operationId = "rewordClaim", summary = "Reword a claim", description = "Until a verdict on it was submitted. If-Match names the claim's ETag.")
    @APIResponseSchema(value = ClaimJson.class, responseDescription = "The claim as it stands now")
    public Response reword(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @NotNull @Valid WordingJson wording) {
        ClaimId claim = ClaimAnswers.id(id);
        triage.reword(claim, IfMatch.version(ifMatch), wording.wording(), actor.get());
        return answers.now(claim);
    }

    @POST
    @Path("/{id}/acceptance")
    @Idempotent
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    @Operation(operationId = "acceptClaim", summary = "Accept a proposed claim into the queue", description = "If-Match names the claim's ETag.")
    @APIResponseSchema(value = ClaimJson.class, responseCode = "200", responseDescription = "The claim as it stands now")
    public Response accept(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        ClaimId claim = ClaimAnswers.id(id);
        triage.accept(claim, IfMatch.expected(ifMatch), actor.get());
        return answers.now(claim);
    }

    @POST
    @Path("/{id}/dismissal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    @Operation(operationId = "dismissClaim", summary = "Dismiss a proposed claim", description = "If-Match names the claim's ETag.")
    @APIResponseSchema(value = ClaimJson.class, responseCode = "200", responseDescription = "The claim as it stands now")
    public Response dismiss(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @NotNull @Valid Because why) {
        ClaimId claim = ClaimAnswers.id(id);
        triage.dismiss(claim, IfMatch.expected(ifMatch), why.reason(), actor.get());
        return answers.now(claim);
    }

    @POST
    @Path("/{id}/restoration")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    @Operation(operationId = "restoreClaim", summary = "Put a dismissed claim into the queue after all", description = "If-Match names the claim's ETag.")
    @APIResponseSchema(value = ClaimJson.class, responseCode = "200", responseDescription = "The claim as it stands now")
    public Response restore(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @NotNull @Valid Because why) {
        ClaimId claim = ClaimAnswers.id(id);
        triage.restore(claim, IfMatch.expected(ifMatch), why.reason(), actor.get());
        return answers.now(claim);
    }

    private ClaimId visible(String id) {
        return access.readable(actor.get(), ClaimAnswers.id(id)).id();
    }

    private String text(ArticleVersionId where) {
        return articles.version(where).map(ArticleVersion::text)
                .orElseThrow(() -> new Problem.Invalid("articleVersion", "unknown"));
    }

    private static Set<ClaimState> states(List<String> names) {
        Set<ClaimState> states = EnumSet.noneOf(ClaimState.class);
        for (String name : names) {
            states.add(Stream.of(ClaimState.values())
                    .filter(state -> state.name().equals(name.toUpperCase(Locale.ROOT))).findFirst()
                    .orElseThrow(() -> new Problem.Invalid("state", "unknown")));
        }
        return states;
    }

    private static @Nullable ArticleId article(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        UUID id = Ids.parse(text).orElseThrow(() -> new Problem.Invalid("article", "not-an-id"));
        return new ArticleId(id);
    }

    /** For the OpenAPI document: what the list's answer holds. */
    record ClaimList(List<ClaimJson> items) {}

    record AppearanceList(List<AppearanceJson> items) {}
}
