package org.isnad.publication.web;

import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.Claim;
import org.isnad.claim.ClaimId;
import org.isnad.claim.Claims;
import org.isnad.identity.People;
import org.isnad.identity.Person;
import org.isnad.identity.PersonId;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.CurrentLanguage;
import org.isnad.publication.Edition;
import org.isnad.publication.FactCheck;
import org.isnad.publication.FactChecks;
import org.isnad.publication.Publications;
import org.isnad.verdict.Approval;
import org.isnad.verdict.Approval.Decision;
import org.isnad.verdict.Rating;
import org.isnad.verdict.RatingScales;
import org.isnad.verdict.Verdicts;
import org.isnad.verdict.web.RatingChoice;

/** What everybody may read: the list of fact checks, and each of them. */
@Path("/facts")
@PermitAll
class FactPages {
    private static final int SIZE = 20;

    private final FactChecks facts;
    private final Publications publications;
    private final Claims claims;
    private final Verdicts verdicts;
    private final RatingScales scales;
    private final People people;
    private final CurrentLanguage language;

    FactPages(FactChecks facts, Publications publications, Claims claims, Verdicts verdicts, RatingScales scales,
            People people, CurrentLanguage language) {
        this.facts = facts;
        this.publications = publications;
        this.claims = claims;
        this.verdicts = verdicts;
        this.scales = scales;
        this.people = people;
        this.language = language;
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        private Templates() {}

        static native TemplateInstance facts(Page<FactSummary> page, @Nullable String after);

        static native TemplateInstance fact(FactView view);
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String after) {
        return Templates.facts(facts.page(SIZE, after).map(fact -> FactSummary.of(fact, language.get().tag())), after);
    }

    @GET
    @Path("{slug}")
    public TemplateInstance read(@RestPath String slug) {
        FactCheck fact = facts.bySlug(slug).orElseThrow(() -> new Problem.NotFound("fact check"));
        ClaimId id = fact.page().claim();
        Claim claim = claims.find(id).orElseThrow(() -> new Problem.NotFound("fact check"));
        PersonId approver = verdicts.decisions(id).stream()
                .filter(decision -> decision.decision() == Decision.APPROVED
                        && decision.revision().equals(fact.verdict().id()))
                .map(Approval::decidedBy).findFirst().orElse(fact.edition().publishedBy());
        List<FactView.Cited> evidence = fact.verdict().evidence().stream().map(FactView.Cited::of).toList();
        return Templates.fact(new FactView(slug, fact.page().state(), fact.page().publicNote(),
                fact.page().stateSince(),
                fact.edition().wording(), claim.language(), fact.edition().claimant(), fact.edition().claimedOn(),
                choice(fact.rating()), ruler(fact.rating()), fact.verdict().summary(),
                Prose.paragraphs(fact.verdict().rationale(), evidence.size()), evidence,
                publications.editions(id).stream().flatMap(FactPages::correction).toList(), fact.page().publishedAt(),
                name(fact.verdict().author()), name(approver)));
    }

    private static Stream<FactView.Correction> correction(Edition edition) {
        String note = edition.note();
        return note == null ? Stream.empty() : Stream.of(new FactView.Correction(note, edition.publishedAt()));
    }

    private @Nullable RatingChoice choice(@Nullable Rating rating) {
        return rating == null
                ? null
                : new RatingChoice(rating.code(), rating.tone(), rating.label(language.get().tag()),
                        rating.claimReview(), null);
    }

    private List<RatingChoice> ruler(@Nullable Rating rating) {
        return rating == null || rating.claimReview() == null
                ? List.of()
                : RatingChoice.Scale.of(scales.current(), language.get().tag()).numbered();
    }

    private String name(PersonId person) {
        return people.find(person).map(Person::name).orElse("");
    }
}
