package org.isnad.article.web;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleDetails;
import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.ArticleState;
import org.isnad.article.Articles;
import org.isnad.article.NewArticle;
import org.isnad.article.Received;
import org.isnad.article.Upload;
import org.isnad.identity.Role;
import org.isnad.identity.Scope;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Idempotent;
import org.isnad.kernel.web.IfMatch;
import org.isnad.kernel.web.Paging;

/** Articles as JSON. */
@Path("/api/v1/articles")
@Tenant("service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "articles", description = "Source documents and their frozen captures")
class ArticleApi {
    private final ArticleIntake intake;
    private final Articles articles;
    private final CurrentActor actor;

    ArticleApi(ArticleIntake intake, Articles articles, CurrentActor actor) {
        this.intake = intake;
        this.articles = articles;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Scope.ARTICLES_WRITE})
    @Operation(operationId = "submitArticle", summary = "Submit an article", description = "The same bytes or the same "
            + "address again lead to the existing article (200 instead of 201). What is left out is proposed from the document.")
    @APIResponse(responseCode = "201", description = "Received", content = @Content(schema = @Schema(implementation = ArticleJson.Receipt.class)))
    @APIResponse(responseCode = "200", description = "Known already", content = @Content(schema = @Schema(implementation = ArticleJson.Receipt.class)))
    public Response submit(ArticleJson.@Nullable Submission article) {
        if (article == null) {
            throw new Problem.Invalid("text", "required");
        }
        ArticleJson.Bytes original = article.original();
        Upload upload = original == null ? null : original.upload();
        return keep(new NewArticle(upload, article.url(), article.title(), article.byline(), article.outlet(),
                article.publishedOn(), article.language(), article.text(), Boolean.TRUE.equals(article.separate())));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Scope.ARTICLES_WRITE})
    @Operation(operationId = "uploadArticle", summary = "Upload an article", description = "As submitting, with the document "
            + "(a plain text, web page, PDF, Word document, mail or web archive; its bytes decide which) as the part named file.")
    @APIResponse(responseCode = "201", description = "Received", content = @Content(schema = @Schema(implementation = ArticleJson.Receipt.class)))
    @APIResponse(responseCode = "200", description = "Known already", content = @Content(schema = @Schema(implementation = ArticleJson.Receipt.class)))
    public Response upload(@RestForm @Nullable FileUpload file, @RestForm @Nullable String url,
            @RestForm @Nullable String title, @RestForm @Nullable String byline, @RestForm @Nullable String outlet,
            @RestForm @Nullable String publishedOn, @RestForm @Nullable String language,
            @RestForm @Nullable String text) {
        return keep(new NewArticle(file == null ? null : Uploads.of(file), url, title, byline, outlet,
                Uploads.day("publishedOn", publishedOn), language, text));
    }

    @POST
    @Idempotent
    @Consumes({MediaType.TEXT_PLAIN, MediaType.TEXT_HTML, MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Scope.ARTICLES_WRITE})
    @Operation(operationId = "sendArticle", summary = "Send an article", description = "As submitting, with the document "
            + "itself (a plain text, web page, PDF, Word document, mail or web archive; its bytes decide which) as the body.")
    @APIResponse(responseCode = "201", description = "Received", content = @Content(schema = @Schema(implementation = ArticleJson.Receipt.class)))
    @APIResponse(responseCode = "200", description = "Known already", content = @Content(schema = @Schema(implementation = ArticleJson.Receipt.class)))
    public Response send(byte[] document, @RestQuery @Nullable String fileName, @RestQuery @Nullable String url,
            @RestQuery @Nullable String title, @RestQuery @Nullable String byline, @RestQuery @Nullable String outlet,
            @RestQuery @Nullable String publishedOn, @RestQuery @Nullable String language) {
        return keep(new NewArticle(new Upload(fileName, document), url, title, byline, outlet,
                Uploads.day("publishedOn", publishedOn), language, null));
    }

    @GET
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Scope.DESK_READ})
    @Operation(operationId = "listArticles", summary = "List articles, newest first")
    @APIResponse(responseCode = "200", description = "A piece of the list; the Link header leads to the next", content = @Content(schema = @Schema(implementation = ArticleJson.Summary.class)))
    public Response list(@RestQuery @Nullable ArticleState state, @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after, @Context UriInfo uri) {
        Paging paging = Paging.of(limit, after);
        return paging.answer(
                articles.page(state, paging.after(), paging.limit(), actor.get()).map(ArticleJson.Summary::of), uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Scope.DESK_READ})
    @Operation(operationId = "readArticle", summary = "Read an article with its latest capture")
    @APIResponse(responseCode = "200", description = "The article", content = @Content(schema = @Schema(implementation = ArticleJson.Full.class)))
    public Response read(@RestPath String id) {
        ArticleDetails article = articles.details(id(id), actor.get())
                .orElseThrow(() -> new Problem.NotFound("article"));
        return Response.ok(ArticleJson.Full.of(article)).tag(IfMatch.tag(article.version())).build();
    }

    @GET
    @Path("{id}/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Scope.DESK_READ})
    @Operation(operationId = "downloadOriginal", summary = "Download the original bytes of the latest capture")
    @APIResponse(responseCode = "200", description = "The bytes as they came")
    public Response original(@RestPath String id) {
        return Originals
                .download(articles.original(id(id), actor.get()).orElseThrow(() -> new Problem.NotFound("article")));
    }

    private Response keep(NewArticle article) {
        Received received = intake.receive(intake.completed(article), actor.get());
        ArticleJson.Receipt receipt = new ArticleJson.Receipt(received.id().value(), received.known());
        URI location = URI.create("/api/v1/articles/" + received.id());
        return received.known()
                ? Response.ok(receipt).contentLocation(location).build()
                : Response.created(location).entity(receipt).build();
    }

    private static ArticleId id(String text) {
        return new ArticleId(Ids.parse(text).orElseThrow(() -> new Problem.NotFound("article")));
    }
}
