package org.isnad.article;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.isnad.article.capture.Captures;
import org.isnad.article.capture.FetchId;
import org.isnad.article.capture.FetchedDocument;
import org.isnad.article.extraction.Extractor;
import org.isnad.article.similarity.Fingerprint;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.AgainAfterDeadlock;
import org.isnad.kernel.Checks;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/** How articles come in: what a document seems to say is proposed, a person corrects it, and what was confirmed is kept. */
@ApplicationScoped
public class ArticleIntake {
    private static final String EXTRACTOR = "isnad/" + Extractor.VERSION;

    private final Articles articles;
    private final Captures captures;
    private final Fingerprints fingerprints;
    private final Comparison comparison;
    private final Event<DomainEvent> events;
    private final Event<NewVersion> versions;
    private final Event<KeptVersion> kept;
    private final Event<DocumentTaken> documents;
    private final Clock clock;

    ArticleIntake(Articles articles, Captures captures, Fingerprints fingerprints, Comparison comparison,
            Event<DomainEvent> events, Event<NewVersion> versions, Event<KeptVersion> kept,
            Event<DocumentTaken> documents, Clock clock) {
        this.articles = articles;
        this.captures = captures;
        this.fingerprints = fingerprints;
        this.comparison = comparison;
        this.events = events;
        this.versions = versions;
        this.kept = kept;
        this.documents = documents;
        this.clock = clock;
    }

    /** What the bytes seem to say: one text or web page, or a ZIP of them. Nothing is looked up. */
    public Proposals read(Upload upload) {
        Proposals read = Documents.read(upload);
        LocalDate latest = latestDay();
        return new Proposals(read.articles().stream().map(article -> article.notLaterThan(latest)).toList(),
                read.refused());
    }

    /** With the articles that hold the same already, or nearly the same: as many statements for many documents as for one. */
    public Proposals compared(Proposals read) {
        return new Proposals(comparison.of(read.articles()), read.refused());
    }

    /** What the bytes seem to say, and whether that is at the desk already. Saves no article. */
    public Proposals propose(Upload upload) {
        return compared(read(upload));
    }

    /**
     * What a fetched document seems to say.
     *
     * @return nothing when the attempt brought no document, or was forgotten
     */
    public Optional<Proposals> proposeFetched(FetchId attempt) {
        return fetched(attempt).map(this::propose);
    }

    /** A fetched document as the original of an article; nothing when the attempt brought none, or was forgotten. */
    public Optional<Upload> fetched(FetchId attempt) {
        return QuarkusTransaction.joiningExisting().call(() -> captures.document(attempt)).map(Upload::of);
    }

    /** Notes what a fetched document says of which no article became yet, so that an erasure of one finds it. */
    @Transactional
    public void remember(Upload document) {
        Documents.read(document).articles()
                .forEach(article -> fingerprints.remember(document.fetched(), Fingerprint.of(article.text())));
    }

    /** What a pasted text seems to say, and whether that is at the desk already. */
    public Proposals proposeText(String text) {
        return compared(readText(text));
    }

    /** What a pasted text seems to say. Nothing is looked up. */
    public Proposals readText(String text) {
        return read(new Upload(null, Documents.lines(text).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The article with what its sender left out, as the document says it. Saves nothing.
     *
     * @throws Problem.Invalid
     *             field {@code text} or {@code original}, when there is no document, none that can be read, or several
     */
    public NewArticle completed(NewArticle article) {
        Upload original = article.original();
        String text = article.text();
        if (original == null && (text == null || text.isBlank())) {
            throw new Problem.Invalid("text", "required");
        }
        Proposals proposals = read(article.document());
        if (!proposals.refused().isEmpty() || proposals.articles().size() != 1) {
            throw new Problem.Invalid(original == null ? "text" : "original",
                    proposals.refused().isEmpty() ? "several-documents" : proposals.refused().get(0).why());
        }
        return proposals.articles().get(0).asProposed().under(article);
    }

    /**
     * Under what an article would be kept. Saves nothing, and looks nothing up.
     *
     * @throws Problem.Invalid
     *             as {@link #receive}
     */
    public ArticleKey key(NewArticle article) {
        CheckedArticle checked = CheckedArticle.of(article, latestDay());
        return new ArticleKey(checked.original().sha256(), checked.url());
    }

    /** As {@link #key} of a document of which nothing but the address is known. */
    public ArticleKey key(@Nullable String url) {
        Checks checks = new Checks();
        String link = checks.optionalLink("url", url);
        if (link == null) {
            checks.fail("url", "required");
        }
        checks.done();
        return new ArticleKey(null, WebAddress.normal(String.valueOf(link)));
    }

    /** The articles that are kept under these keys, in one statement; keys of none are not in the map. */
    @Transactional
    public Map<ArticleKey, ArticleId> known(Collection<ArticleKey> keys) {
        return articles.known(List.copyOf(keys));
    }

    /**
     * Keeps an article as a person (or API client) confirmed it. The same bytes or the same address again give the existing
     * article, also when two come at the same moment; what the desk fetched again and found changed becomes its latest version.
     * So does a text that is nearly the same as one at the desk, or as one that comes at the same moment: its address is noted there.
     *
     * @throws Problem.Invalid
     *             fields {@code title}, {@code byline}, {@code outlet}, {@code url}, {@code language}, {@code text},
     *             {@code publishedOn} or {@code original}
     */
    @AgainAfterDeadlock
    @Transactional
    public Received receive(NewArticle article, Actor actor) {
        Submission.mustBeAllowed(actor);
        // Reading takes a while for large documents, so before anybody has to wait for this one.
        CheckedArticle checked = CheckedArticle.of(article.asRead(), latestDay());
        FetchedDocument fetched = checked.original().fetched();
        Fingerprint print = Fingerprint.of(checked.content().text());
        Received received = received(checked, print, article.separate(), actor.stamp(clock));
        if (fetched != null) {
            documents.fire(new DocumentTaken(fetched.id(), received));
        }
        // Last: this holds on to the attempt, which an erasure takes away when it has the article and the rows of imports.
        fingerprints.remember(fetched, print);
        return received;
    }

    private Received received(CheckedArticle article, Fingerprint print, boolean separate, Stamp by) {
        Original original = article.original();
        String url = article.url();
        // Whoever comes second waits here for the first and then finds its article.
        articles.lockFor(keys(original.sha256(), url));
        Optional<Articles.Known> known = articles.known(original.sha256(), url)
                .or(() -> articles.erasedAt(original.fetched()));
        if (known.isPresent()) {
            return again(known.get(), article, print, by);
        }
        if (!separate) {
            fingerprints.lockFor(print);
            Optional<NearSame> near = fingerprints.nearest(print, article.content().text());
            if (near.isPresent()) {
                seenAlso(articles.lock(near.get().id()), url, by);
                return Received.asKnown(near.get().id());
            }
        }
        return Received.asNew(keep(article, print, by));
    }

    /** What is at the desk already is kept once more only when the desk fetched it itself, which proves that it is there now. */
    private Received again(Articles.Known known, CheckedArticle now, Fingerprint print, Stamp by) {
        Original original = now.original();
        FetchedDocument fetched = original.fetched();
        ArticleId id = known.id();
        Article article = articles.lock(id);
        // What was erased must not come back because it is still on the web.
        if (articles.isErased(id)) {
            return Received.asKnown(id);
        }
        if (fetched == null || !articles.isAt(article, fetched)) {
            seenAlso(article, now.url(), by);
            return Received.asKnown(id);
        }
        if (captures.isOutdated(fetched, id.value())) {
            return Received.asKnown(id);
        }
        ArticleVersion older = articles.version(article.latestVersion()).orElseThrow();
        if (older.sha256().equals(original.sha256()) || older.text().equals(now.content().text())) {
            captures.keep(fetched.id(), id.value(), older.id().value(), EXTRACTOR, by);
            events.fire(article.unchanged(older, fetched, by));
            return Received.asKnown(id);
        }
        ArticleVersion newer = new ArticleVersion(Ids.next(), id.value(), older.number() + 1, now, by);
        articles.add(newer);
        fingerprints.add(newer, print);
        captures.keep(fetched.id(), id.value(), newer.id().value(), EXTRACTOR, by);
        events.fire(article.capturedAgain(older, newer, fetched, by));
        // Claims before names, which is the order in which an erasure locks them.
        versions.fire(new NewVersion(older, newer, by));
        kept.fire(new KeptVersion(newer, by));
        return Received.asNewVersion(id);
    }

    private void seenAlso(Article article, @Nullable String url, Stamp by) {
        // Nor must an address come back that was erased.
        if (url != null && !url.equals(article.url()) && !articles.isErased(article.id())
                && articles.addSighting(article.id(), url, by)) {
            events.fire(article.seenAlso(url, by));
        }
    }

    /** Nobody needs to look for claims in it any more. */
    @Transactional
    public void finishTriage(ArticleId id, Actor actor) {
        actor.mustBe(Role.SENIOR_EDITOR);
        events.fire(articles.lock(id).finishTriage(actor.stamp(clock)));
    }

    /** Somebody should look for claims in it again. */
    @Transactional
    public void reopenTriage(ArticleId id, Actor actor) {
        actor.mustBe(Role.SENIOR_EDITOR);
        events.fire(articles.lock(id).reopenTriage(actor.stamp(clock)));
    }

    private ArticleId keep(CheckedArticle checked, Fingerprint print, Stamp by) {
        Original original = checked.original();
        var articleId = Ids.next();
        var version = new ArticleVersion(Ids.next(), articleId, 1, checked, by);
        var article = new Article(articleId, checked.url(), version.id().value(), by);
        articles.add(article, version);
        fingerprints.add(version, print);
        if (original.fetched() != null) {
            captures.keep(original.fetched().id(), articleId, version.id().value(), EXTRACTOR, by);
        }
        events.fire(article.received(version, original.fetched(), by));
        kept.fire(new KeptVersion(version, by));
        return article.id();
    }

    /** Somewhere on Earth it is tomorrow already. */
    private LocalDate latestDay() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    }

    private static List<String> keys(String sha256, @Nullable String url) {
        return Optional.ofNullable(url).map(link -> List.of("sha256:" + sha256, "url:" + link))
                .orElse(List.of("sha256:" + sha256));
    }
}
