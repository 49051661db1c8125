package org.isnad.testsupport;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.ArticleVersionId;
import org.isnad.article.Articles;
import org.isnad.article.NewArticle;
import org.isnad.article.Received;
import org.isnad.article.Span;
import org.isnad.article.SuggestionTriage;
import org.isnad.article.Upload;
import org.isnad.article.capture.Captures;
import org.isnad.assignment.ClaimAssignment;
import org.isnad.audit.erasure.ErasableValues;
import org.isnad.audit.erasure.Erasing;
import org.isnad.audit.erasure.ErasurePart;
import org.isnad.audit.erasure.ErasureRequest;
import org.isnad.audit.erasure.ErasureTarget;
import org.isnad.audit.erasure.Erasures;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Claims;
import org.isnad.claim.Priority;
import org.isnad.claim.Wording;
import org.isnad.evidence.EvidenceDetails;
import org.isnad.evidence.EvidenceGathering;
import org.isnad.evidence.EvidenceId;
import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.SignIn;
import org.isnad.kernel.Expected;
import org.isnad.kernel.outbound.OutboundRequest;
import org.isnad.publication.Publishing;
import org.isnad.verdict.ApprovalCheck;
import org.isnad.verdict.Draft;
import org.isnad.verdict.VerdictReview;
import org.isnad.verdict.Verdicts;

/**
 * Makes what a test needs through the domain's own verbs: people, articles, and claims at any point of their life. Every call makes
 * new things, so tests do not meet in them. Persons made here are none of Keycloak's; {@link #actor} takes those over too.
 */
@ApplicationScoped
public class Newsroom {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TEXT = """
            أعلنت منظمة الإغاثة مساء الخميس أن قافلة مساعدات دخلت المنطقة الشرقية. وقال المتحدث إن أربعين شاحنة عبرت المعبر.
            وبلغ سعر كيس الطحين 31 ألفًا، أي بزيادة 62٪ على سعره في آب. 😀 ولم تذكر النشرة سبب التأخير. رقم %d
            """;
    private final SignIn signIn;
    private final ArticleIntake intake;
    private final Articles articles;
    private final Captures captures;
    private final SuggestionTriage suggestions;
    private final ClaimTriage triage;
    private final Claims claims;
    private final ClaimAssignment assignment;
    private final EvidenceGathering evidence;
    private final VerdictReview review;
    private final Verdicts verdicts;
    private final Publishing publishing;
    private final Erasing erasing;
    private final Erasures erasures;
    private final Clock clock;

    Newsroom(SignIn signIn, ArticleIntake intake, Articles articles, Captures captures,
            SuggestionTriage suggestions, ClaimTriage triage, Claims claims,
            ClaimAssignment assignment, EvidenceGathering evidence, VerdictReview review, Verdicts verdicts,
            Publishing publishing, Erasing erasing, Erasures erasures, Clock clock) {
        this.signIn = signIn;
        this.intake = intake;
        this.articles = articles;
        this.captures = captures;
        this.suggestions = suggestions;
        this.triage = triage;
        this.claims = claims;
        this.assignment = assignment;
        this.evidence = evidence;
        this.review = review;
        this.verdicts = verdicts;
        this.publishing = publishing;
        this.erasing = erasing;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** Somebody new with these roles, just signed in. */
    public Actor person(String name, Role... roles) {
        return actor("https://issuer.example", name + "-" + COUNT.incrementAndGet(), name, roles);
    }

    public Actor reviewer() {
        return person("reviewer", Role.REVIEWER);
    }

    public Actor editor() {
        return person("editor", Role.SENIOR_EDITOR);
    }

    public Actor admin() {
        return person("admin", Role.ADMIN);
    }

    public Actor auditor() {
        return person("auditor", Role.AUDITOR);
    }

    /** The person behind (issuer, subject), as the desk would know them after a sign-in just now. */
    public Actor actor(String issuer, String subject, String name, Role... roles) {
        return signIn.signIn(
                new SignIn.Token(issuer, subject, name, Set.of(roles), Set.of(), "session", clock.instant(), false,
                        true))
                .actor();
    }

    /** An Arabic article that is like no other. */
    public ArticleVersionId article(Actor by) {
        int n = COUNT.incrementAndGet();
        return article(TEXT.formatted(n), "قافلة المساعدات " + n, by);
    }

    public ArticleVersionId article(String text, String title, Actor by) {
        ArticleId id = intake
                .receive(new NewArticle(new Upload(null, text.getBytes(StandardCharsets.UTF_8)), null, title, null,
                        "صدى الساحل", null, "ar", text, true), by)
                .id();
        return latest(id);
    }

    @Transactional
    ArticleVersionId latest(ArticleId id) {
        return articles.find(id).orElseThrow().latestVersion();
    }

    /**
     * An article that the desk fetched, and again when it said something else: one claim's words were found again in it and
     * another's were lost, a suggestion was dismissed, and its text was seen at a second address.
     */
    public ArticleId capturedTwice(Actor editor) {
        String path = "/captured/" + COUNT.incrementAndGet();
        String kept = "أعلنت البلدية يوم الثلاثاء إغلاق جسر المدينة رقم " + COUNT.get()
                + " أمام الشاحنات مدة أسبوعين لأعمال الصيانة التي طال انتظارها.";
        String lost = "وقال المهندس المشرف إن الشقوق ظهرت في ثلاث دعامات من أصل ثمان بعد سيول الشهر الماضي.";
        ArticleId article = fetched(path, kept + "</p><p>" + lost, editor).id();
        ArticleVersionId first = latest(article);
        String text = text(first);
        for (String words : List.of(kept, lost)) {
            int start = text.indexOf(words);
            triage.propose(first, start, start + words.length(), new Wording(words, null, null, Priority.NORMAL),
                    editor);
        }
        suggestions.dismiss(first, new Span(0, 5), editor);
        fetched(path, "تحديث: " + kept + "</p><p>ولم يصدر عن الوزارة أي تعليق على الأمر حتى مساء اليوم.", editor);
        intake.receive(new NewArticle(null, "https://copies.example" + path, "نسخة", null, null, null, "ar",
                text(latest(article)) + "\n"), editor);
        return article;
    }

    private Received fetched(String path, String paragraphs, Actor by) {
        String page = ForeignSite.page(path, "text/html", ("<html lang=ar><article><h1>جسر المدينة</h1><p>" + paragraphs
                + "</p></article></html>").getBytes(StandardCharsets.UTF_8));
        NewArticle article = intake.proposeFetched(captures.fetch(OutboundRequest.page(page), by).id()).orElseThrow()
                .articles().get(0).asProposed();
        return intake.receive(new NewArticle(article.original(), article.url(), article.title(), article.byline(),
                article.outlet(), article.publishedOn(), article.language(), article.text(), true), by);
    }

    @Transactional
    String text(ArticleVersionId version) {
        return articles.version(version).orElseThrow().text();
    }

    /** A claim just pinned to the first words of a new article. */
    public ClaimId proposed(Actor by) {
        return proposed(article(by), by);
    }

    public ClaimId proposed(ArticleVersionId article, Actor by) {
        return triage.propose(article, 0, 12, new Wording("دخلت القافلة المنطقة الشرقية مساء الخميس، رقم "
                + COUNT.incrementAndGet(), "منظمة الإغاثة", null, Priority.NORMAL), by);
    }

    public ClaimId queued(Actor editor) {
        ClaimId claim = proposed(editor);
        triage.accept(claim, Expected.any(), editor);
        return claim;
    }

    public ClaimId assigned(Actor reviewer) {
        Actor editor = editor();
        ClaimId claim = queued(editor);
        assignment.assign(claim, Expected.any(), reviewer.person(), clock.instant().plus(Duration.ofDays(1)), editor);
        return claim;
    }

    public EvidenceId evidence(ClaimId claim, Stance stance, Actor reviewer) {
        int n = COUNT.incrementAndGet();
        return evidence.add(claim, new EvidenceDetails("https://wadi.example/bulletins/" + n, "نشرة المعبر رقم " + n,
                "عدد الشاحنات الداخلة: ١٢", stance, Source.PRIMARY, "note " + n), reviewer);
    }

    public long draft(ClaimId claim, String rating, String rationale, Actor reviewer) {
        return review.saveDraft(claim, Expected.version(version(claim)),
                new Draft(rating, "دخلت ١٢ شاحنة فقط.", rationale, Map.of()), reviewer);
    }

    public ClaimId submitted(Actor reviewer) {
        ClaimId claim = assigned(reviewer);
        evidence(claim, Stance.REFUTES, reviewer);
        evidence(claim, Stance.SUPPORTS, reviewer);
        draft(claim, "mostly-false", "تذكر النشرة أن العدد ١٢ [1].", reviewer);
        submit(claim, reviewer);
        return claim;
    }

    public int submit(ClaimId claim, Actor reviewer) {
        return review.submit(claim, Expected.version(version(claim)), reviewer);
    }

    public ClaimId approved(Actor reviewer, Actor approver) {
        ClaimId claim = submitted(reviewer);
        approve(claim, 1, approver);
        return claim;
    }

    public void approve(ClaimId claim, int revision, Actor approver) {
        review.approve(claim, revision, EnumSet.allOf(ApprovalCheck.class), approver);
    }

    public ClaimId published(Actor reviewer, Actor approver) {
        ClaimId claim = approved(reviewer, approver);
        publishing.publish(claim, Expected.any(), "اكتملت الأدلة", null, approver);
        return claim;
    }

    /** Somebody's name, erased as an admin asked and an auditor confirmed. */
    public void erased() {
        Actor auditor = auditor();
        UUID request = erasing.ask(new ErasureRequest(ErasureTarget.PERSON, reviewer().person().value(),
                Set.of(ErasurePart.NAME), "the name", "asked for by the person"), admin());
        ErasableValues values = erasures.values(erasures.one(request, auditor), auditor);
        erasing.confirm(request, Expected.any(), new Erasing.Confirmation(Set.of(0, 1), values.fingerprint(), false),
                auditor);
    }

    /** These parts of an article, erased. */
    public void erase(ArticleId article, Set<ErasurePart> parts) {
        UUID request = erasing.ask(new ErasureRequest(ErasureTarget.ARTICLE, article.value(), parts, "the article",
                "asked for"), admin());
        Actor auditor = auditor();
        ErasableValues values = erasures.values(erasures.one(request, auditor), auditor);
        erasing.confirm(request, Expected.any(), new Erasing.Confirmation(values.meantBy(EnumSet.copyOf(parts)),
                values.fingerprint(), true), auditor);
    }

    /** The version of the claim's working copy. */
    @Transactional
    long version(ClaimId claim) {
        return verdicts.workingCopy(claims.find(claim).orElseThrow()).version();
    }
}
