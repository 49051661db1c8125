package org.isnad.article.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.ArticleKey;
import org.isnad.article.ArticleProposal;
import org.isnad.article.NewArticle;
import org.isnad.article.Proposals;
import org.isnad.article.Proposals.Refused;
import org.isnad.article.Received;
import org.isnad.article.capture.Captures;
import org.isnad.article.capture.FetchId;
import org.isnad.article.capture.FetchOutcome;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Problem;
import org.isnad.kernel.outbound.OutboundLimits;
import org.isnad.kernel.outbound.OutboundRequest;
import org.isnad.kernel.web.FormErrors;
import org.isnad.kernel.web.Parameters;

/** How a person brings articles in: paste or upload, correct what was proposed, save. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class IntakePages {
    private static final int MOST_AT_ONCE = 20;
    private static final int MEGABYTE = 1024 * 1024;
    /** Of their bytes, which travel with the form by a third longer ({@code quarkus.http.limits.max-body-size}). */
    private static final int LARGEST_AT_ONCE = 36 * MEGABYTE;

    private final ArticleIntake intake;
    private final Captures captures;
    private final Previews previews;
    private final OutboundLimits outbound;
    private final UriInfo desk;
    private final CurrentActor actor;

    IntakePages(ArticleIntake intake, Captures captures, Previews previews, OutboundLimits outbound,
            @Context UriInfo desk, CurrentActor actor) {
        this.intake = intake;
        this.captures = captures;
        this.previews = previews;
        this.outbound = outbound;
        this.desk = desk;
        this.actor = actor;
    }

    /**
     * What was put in, for the page that asks for it.
     *
     * @param assumed
     *            whether {@code https://} was put before the address
     * @param seconds
     *            how long an address may take
     * @param base
     *            where this desk is, for a bookmark that brings pages to it
     */
    record PasteView(String text, String url, boolean assumed, FormErrors errors, List<Refused> refused,
            long seconds, String base) {
        /** A bookmark that opens this page with the address of the page it is used on. It only leads here: nothing is sent. */
        public String bookmarklet() {
            return "javascript:location.href='" + base.replaceFirst("/$", "").replace("'", "%27")
                    + "/articles/new?url='+encodeURIComponent(location.href)";
        }
    }

    /** A document that is at the desk now. */
    record SavedView(String id, String title, boolean known, boolean newVersion) {}

    /**
     * The documents still to be confirmed, and what happened to the others.
     *
     * @param assumed
     *            whether {@code https://} was put before the address that was asked for
     */
    record ProposalsView(List<DocumentForm> documents, List<Refused> refused, List<SavedView> saved, boolean assumed) {
        public boolean single() {
            return documents.size() == 1;
        }

        /** By which an outlet may be proposed. Only asked for a single document: a page costs the same however many it shows. */
        public String addressToAsk(DocumentForm document) {
            return single() ? document.addressToAsk() : "";
        }

        public boolean anyErrors() {
            return documents.stream().anyMatch(document -> document.errors().any());
        }

        public boolean anyNew() {
            return documents.stream().anyMatch(document -> document.known() == null);
        }
    }

    @CheckedTemplate(basePath = "article")
    static class Templates {
        private Templates() {}

        static native TemplateInstance paste(PasteView view);

        static native TemplateInstance proposals(ProposalsView view);
    }

    @GET
    @Path("articles/new")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public TemplateInstance paste(@RestQuery @Nullable String url) {
        return Templates.paste(view("", WrittenAddress.of(url), FormErrors.none(), List.of()));
    }

    @POST
    @Path("articles/new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response propose(@RestForm @Nullable String text, @RestForm @Nullable String url,
            @RestForm("files") @Nullable List<FileUpload> files) {
        List<ArticleProposal> articles = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        String pasted = text == null ? "" : text;
        if (!pasted.isBlank()) {
            add(intake.readText(pasted), articles, refused);
        }
        for (FileUpload file : files == null ? List.<FileUpload>of() : files) {
            // A form without a chosen file sends one without a name.
            if (file.fileName() != null && !file.fileName().isEmpty()) {
                add(intake.read(Uploads.of(file)), articles, refused);
            }
        }
        WrittenAddress address = WrittenAddress.of(url);
        if (articles.isEmpty() && refused.isEmpty() && !address.text().isEmpty()) {
            return fetched(address);
        }
        if (articles.isEmpty() && refused.isEmpty()) {
            return unprocessable(
                    Templates.paste(view(pasted, address, FormErrors.of("url", "one-of-three"), refused)));
        }
        // One address cannot be that of several documents.
        return toCheck(new Proposals(articles, refused), pasted, address, articles.size() == 1 ? address.text() : "",
                FormErrors.none());
    }

    /**
     * A form in which the documents can be corrected; what is too much for one is refused before anything is looked up.
     *
     * @param unusable
     *            what to say when there is nothing to correct
     */
    private Response toCheck(Proposals read, String pasted, WrittenAddress address, String proposedUrl,
            FormErrors unusable) {
        long bytes = read.articles().stream().map(ArticleProposal::original)
                .filter(original -> original.fetched() == null).mapToLong(original -> original.bytes().length).sum();
        if (read.articles().size() > MOST_AT_ONCE || bytes > LARGEST_AT_ONCE) {
            return unprocessable(Templates.paste(view(pasted, address, read.articles().size() > MOST_AT_ONCE
                    ? FormErrors.of("files", "too-many-files", MOST_AT_ONCE)
                    : FormErrors.of("files", "too-large-together", LARGEST_AT_ONCE / MEGABYTE), read.refused())));
        }
        if (read.articles().isEmpty()) {
            return unprocessable(Templates.paste(view(pasted, address, unusable, read.refused())));
        }
        List<DocumentForm> documents = new ArrayList<>();
        intake.compared(proposedUrl.isEmpty() ? read : read.at(proposedUrl)).articles()
                .forEach(article -> documents.add(DocumentForm.of(documents.size(), article, proposedUrl)));
        return Response.ok(Templates
                .proposals(new ProposalsView(documents, read.refused(), List.of(), address.assumed()))).build();
    }

    /** Asks the address for its document and shows what it seems to say; what cannot be had is explained beside the address. */
    private Response fetched(WrittenAddress address) {
        FetchOutcome outcome = captures.fetch(OutboundRequest.page(address.text()), actor.get());
        if (outcome.succeeded()) {
            return Response.seeOther(
                    URI.create("/fetched/" + outcome.id() + (address.assumed() ? "?assumed=true" : ""))).build();
        }
        String why = "fetch-" + String.valueOf(outcome.failure()).toLowerCase(Locale.ROOT).replace('_', '-');
        Integer status = outcome.status();
        long number = why.equals("fetch-too-large") || status == null ? outbound.size() / MEGABYTE : status;
        return unprocessable(
                Templates.paste(view("", address, FormErrors.of("url", why, number), List.of())));
    }

    private PasteView view(String text, WrittenAddress url, FormErrors errors, List<Refused> refused) {
        return new PasteView(text, url.text(), url.assumed(), errors, refused, outbound.time().toSeconds(),
                desk.getBaseUri().toString());
    }

    /** What the desk fetched, to be corrected and saved like any other document. */
    @GET
    @Path("fetched/{fetched}")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response check(@RestPath String fetched, @RestQuery @Nullable String assumed) {
        FetchId attempt = new FetchId(Parameters.id(fetched));
        Proposals read = intake.fetched(attempt).map(intake::read)
                .orElseThrow(() -> new Problem.NotFound("fetched document"));
        WrittenAddress address = new WrittenAddress(
                captures.outcome(attempt).map(FetchOutcome::address).orElse(""), assumed != null);
        return toCheck(read, "", address, "", FormErrors.of("url", "fetched-unusable"));
    }

    @POST
    @Path("articles")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response save(@BeanParam DocumentsForm form) {
        List<SavedView> saved = new ArrayList<>();
        List<DocumentForm> left = new ArrayList<>();
        for (DocumentForm document : form.documents()) {
            if (document.keep()) {
                save(document, saved, left);
            }
        }
        if (!left.isEmpty()) {
            return unprocessable(Templates
                    .proposals(new ProposalsView(previews.reread(left, form), List.of(), saved, false)));
        }
        if (saved.size() == 1) {
            SavedView article = saved.get(0);
            return Response
                    .seeOther(URI.create("/articles/" + article.id()
                            + (article.newVersion() ? "?changed=true" : article.known() ? "?known=true" : "")))
                    .build();
        }
        return Response.seeOther(URI.create("/articles")).build();
    }

    private void save(DocumentForm document, List<SavedView> saved, List<DocumentForm> left) {
        try {
            NewArticle article = document.article(intake::fetched);
            mustNotBeLost(document, article);
            Received received = intake.receive(article, actor.get());
            saved.add(new SavedView(received.id().toString(), document.title(), received.known(),
                    received.newVersion()));
        } catch (Problem.Invalid problem) {
            left.add(document.refused(problem));
        }
    }

    /** A text that somebody brings is no later version of what lies at an address, so it would be dropped where that is known. */
    private void mustNotBeLost(DocumentForm document, NewArticle article) {
        if (!document.fetched().isEmpty() || document.url().isBlank()) {
            return;
        }
        ArticleKey both = intake.key(article);
        ArticleKey bytes = new ArticleKey(both.sha256(), null);
        ArticleKey address = new ArticleKey(null, both.url());
        Map<ArticleKey, ArticleId> known = intake.known(List.of(bytes, address));
        if (known.containsKey(address) && !known.get(address).equals(known.get(bytes))) {
            throw new Problem.Invalid("url", "address-known");
        }
    }

    private static void add(Proposals proposals, List<ArticleProposal> articles, List<Refused> refused) {
        articles.addAll(proposals.articles());
        refused.addAll(proposals.refused());
    }

    private static Response unprocessable(TemplateInstance page) {
        return Response.status(422).entity(page).build();
    }
}
