package org.isnad.access;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import org.isnad.access.AccessTable.Caller;
import org.isnad.access.AccessTable.Scene;
import org.isnad.article.ArticleIntake;
import org.isnad.article.ArticleVersion;
import org.isnad.article.ArticleVersionId;
import org.isnad.article.Articles;
import org.isnad.assignment.ClaimAssignment;
import org.isnad.audit.check.Comparison;
import org.isnad.audit.erasure.Erasing;
import org.isnad.audit.erasure.ErasurePart;
import org.isnad.audit.erasure.ErasureRequest;
import org.isnad.audit.erasure.ErasureTarget;
import org.isnad.audit.erasure.Erasures;
import org.isnad.audit.log.LogAtHand;
import org.isnad.claim.Claim;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Claims;
import org.isnad.evidence.EvidenceGathering;
import org.isnad.evidence.EvidenceId;
import org.isnad.evidence.EvidenceItems;
import org.isnad.evidence.Stance;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Expected;
import org.isnad.origin.OriginKind;
import org.isnad.publication.Publications;
import org.isnad.publication.Publishing;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Outlets;
import org.isnad.tlog.Checkpoint;
import org.isnad.verdict.Verdicts;

/** Makes places in which to call endpoints, with the demo accounts of the real Keycloak in their parts. */
@ApplicationScoped
public class Places {
    /** The accounts that play the callers; their subjects are fixed in config/realm-demo-users.json. */
    static final Map<Caller, String> ACCOUNTS = new EnumMap<>(Map.of(Caller.STRANGER, "reem", Caller.ASSIGNEE, "salma",
            Caller.EDITOR, "huda", Caller.INVOLVED, "nabil", Caller.AUDITOR, "lina", Caller.ADMIN, "adam"));

    private static final Place.LogFacts NOTHING = new Place.LogFacts(0, "", "");

    private final Newsroom newsroom;
    private final ClaimTriage triage;
    private final ClaimAssignment assignment;
    private final EvidenceGathering gathering;
    private final EvidenceItems items;
    private final ArticleIntake intake;
    private final Articles articles;
    private final Claims claims;
    private final Verdicts verdicts;
    private final Publishing publishing;
    private final Publications publications;
    private final Erasing erasing;
    private final Erasures erasures;
    private final Imports imports;
    private final Outlets outlets;
    private final Clock clock;
    private final LogAtHand log;
    private final Comparison comparisons;
    private final String issuer;
    private @Nullable String comparison;

    Places(Newsroom newsroom, ClaimTriage triage, ClaimAssignment assignment, EvidenceGathering gathering,
            EvidenceItems items, ArticleIntake intake, Articles articles, Claims claims, Verdicts verdicts,
            Publishing publishing, Publications publications, Erasing erasing, Erasures erasures,
            Imports imports, Outlets outlets, Clock clock, LogAtHand log, Comparison comparisons,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        this.newsroom = newsroom;
        this.triage = triage;
        this.assignment = assignment;
        this.gathering = gathering;
        this.items = items;
        this.intake = intake;
        this.articles = articles;
        this.claims = claims;
        this.verdicts = verdicts;
        this.publishing = publishing;
        this.publications = publications;
        this.erasing = erasing;
        this.erasures = erasures;
        this.imports = imports;
        this.outlets = outlets;
        this.clock = clock;
        this.log = log;
        this.comparisons = comparisons;
        this.issuer = issuer;
    }

    Actor salma() {
        return newsroom.actor(issuer, "5eed0000-0000-4000-8000-000000000001", "Salma Haddad", Role.REVIEWER);
    }

    Actor nabil() {
        return newsroom.actor(issuer, "5eed0000-0000-4000-8000-000000000005", "Nabil Farah", Role.SENIOR_EDITOR);
    }

    Place make(Scene scene) {
        Place made = scene(scene);
        // Outside every transaction: the log reads what was committed.
        return made.with(facts());
    }

    private Place scene(Scene scene) {
        Actor salma = salma();
        if (scene == Scene.NONE) {
            return new Place(null, null, null, null, null, 0, 0, 0, salma.person().toString(), "", null, null,
                    NOTHING);
        }
        if (scene == Scene.ERASURE) {
            return new Place(null, null, null, null, null, 0, 0, 0, salma.person().toString(), "", erasure(), null,
                    NOTHING);
        }
        if (scene == Scene.SOURCE) {
            return new Place(null, null, null, null, null, 0, 0, 0, salma.person().toString(), "", null,
                    imports.feed(newsroom.admin()), NOTHING);
        }
        if (scene == Scene.OUTLET || scene == Scene.AUTHOR) {
            return new Place(null, null, null, null, null, 0, 0, 0, salma.person().toString(), "", null, null,
                    NOTHING).with(outlets.make(OriginKind.valueOf(scene.name()), newsroom.editor()));
        }
        if (scene.ordinal() > Scene.ERASURE.ordinal()) {
            return new Place(null, null, null, null, null, 0, 0, 0, salma.person().toString(), "", null,
                    imports.of(salma, scene.name()), NOTHING);
        }
        Actor editor = newsroom.editor();
        ArticleVersionId version = newsroom.article(editor);
        ArticleVersion article = article(version);
        if (scene == Scene.ARTICLE) {
            return place(article, null, null, salma);
        }
        if (scene == Scene.TRIAGED) {
            intake.finishTriage(article.articleId(), editor);
            return place(article, null, null, salma);
        }
        ClaimId claim = newsroom.proposed(version, editor);
        if (scene == Scene.DISMISSED) {
            triage.dismiss(claim, Expected.any(), "out of scope", editor);
        }
        if (scene == Scene.PROPOSED || scene == Scene.DISMISSED) {
            return place(article, claim, null, salma);
        }
        triage.accept(claim, Expected.any(), editor);
        if (scene == Scene.QUEUED) {
            return place(article, claim, null, salma);
        }
        return place(article, claim, worked(scene, claim, editor, salma), salma);
    }

    /** Assigned to the involved editor first, then to the assignee, who does the work; then as far as the scene says. */
    private EvidenceId worked(Scene scene, ClaimId claim, Actor editor, Actor salma) {
        assignment.assign(claim, Expected.any(), nabil().person(), clock.instant().plus(Duration.ofDays(1)), editor);
        assignment.assign(claim, Expected.any(), salma.person(), clock.instant().plus(Duration.ofDays(1)), editor);
        EvidenceId first = newsroom.evidence(claim, Stance.REFUTES, salma);
        newsroom.evidence(claim, Stance.SUPPORTS, salma);
        newsroom.draft(claim, "mostly-false", "Twelve, says the bulletin [1].", salma);
        if (scene == Scene.REMOVED) {
            gathering.remove(first, Expected.any(), salma);
        }
        if (scene.ordinal() >= Scene.SUBMITTED.ordinal()) {
            newsroom.submit(claim, salma);
        }
        if (scene.ordinal() >= Scene.APPROVED.ordinal()) {
            newsroom.approve(claim, 1, newsroom.editor());
        }
        if (scene == Scene.PUBLISHED) {
            publishing.publish(claim, Expected.any(), "complete", null, editor);
            log.bringUpToDate();
        }
        return first;
    }

    private Place.Erasure erasure() {
        Actor adam = newsroom.actor(issuer, "5eed0000-0000-4000-8000-000000000007", "Adam Khoury", Role.ADMIN);
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.proposed(newsroom.article(editor), editor);
        UUID id = erasing.ask(new ErasureRequest(ErasureTarget.CLAIM, claim.value(), Set.of(ErasurePart.WORDING),
                "the wording", "asked for by whom it names"), adam);
        Actor auditor = newsroom.auditor();
        return new Place.Erasure(id, erasures.values(erasures.one(id, auditor), auditor).fingerprint());
    }

    @Transactional
    ArticleVersion article(ArticleVersionId version) {
        return articles.version(version).orElseThrow();
    }

    @Transactional
    Place place(ArticleVersion article, @Nullable ClaimId id, @Nullable EvidenceId evidence, Actor salma) {
        Claim claim = id == null ? null : claims.find(id).orElseThrow();
        long draft = claim == null || evidence == null ? 0 : verdicts.workingCopy(claim).version();
        String slug = id == null ? null : publications.of(id).map(page -> page.slug()).orElse(null);
        return new Place(article.articleId(), article.id(), id, evidence, slug, claim == null ? 0 : claim.version(),
                draft, evidence == null ? 0 : items.find(evidence).orElseThrow().version(), salma.person().toString(),
                article.text(), null, null, NOTHING);
    }

    /** The log is brought up to date, and no comparison is under way in it. */
    private Place.LogFacts facts() {
        comparisons.atRest();
        log.bringUpToDate();
        if (comparison == null) {
            comparison = comparisons.ended().toString();
        }
        return new Place.LogFacts(Checkpoint.parse(log.checkpoint().text()).size(), log.keyId(), comparison);
    }
}
