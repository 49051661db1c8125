package org.isnad.claim;

import java.time.Clock;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleVersion;
import org.isnad.article.ArticleVersionId;
import org.isnad.article.Articles;
import org.isnad.article.Passage;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Checks;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/** What happens to a claim before anybody checks it: it is pinned to an article's words, worded, accepted or dismissed. */
@ApplicationScoped
@Transactional
public class ClaimTriage {
    private final Claims claims;
    private final Appearances appearances;
    private final ClaimAccess access;
    private final Articles articles;
    private final Reanchoring reanchoring;
    private final Event<DomainEvent> events;
    private final Clock clock;

    ClaimTriage(Claims claims, Appearances appearances, ClaimAccess access, Articles articles,
            Reanchoring reanchoring, Event<DomainEvent> events, Clock clock) {
        this.claims = claims;
        this.appearances = appearances;
        this.access = access;
        this.articles = articles;
        this.reanchoring = reanchoring;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Pins a new claim to exact words of an article version.
     *
     * @param start
     *            first code point of the words in the version's text
     * @param end
     *            behind their last code point
     */
    public ClaimId propose(ArticleVersionId where, int start, int end, Wording wording, Actor actor) {
        actor.mustBe(Role.REVIEWER, Role.SENIOR_EDITOR);
        ArticleVersion version = version(where);
        Stamp by = actor.stamp(clock);
        Passage words = Passage.of(version.text(), start, end);
        Claim claim = Claim.propose(wording, version.language(), by);
        Appearance appearance = new Appearance(claim.id(), version, words, by);
        claims.persist(claim);
        appearances.persist(appearance);
        events.fire(claim.proposed(appearance, by));
        followLate(appearance, version, by);
        return claim.id();
    }

    /** Pins an existing claim to words of another place. Naming a place twice changes nothing. */
    public void addAppearance(ClaimId id, ArticleVersionId where, int start, int end, Actor actor) {
        actor.mustBe(Role.REVIEWER, Role.SENIOR_EDITOR);
        ArticleVersion version = version(where);
        Claim claim = locked(id, actor);
        Passage words = Passage.of(version.text(), start, end);
        if (appearances.exists(id, where, words)) {
            return;
        }
        Stamp by = actor.stamp(clock);
        Appearance appearance = new Appearance(id, version, words, by);
        appearances.persist(appearance);
        reanchoring.marked(id, version, by);
        events.fire(claim.appearedAt(appearance, by));
        followLate(appearance, version, by);
    }

    /** Somebody marked words on a page that was opened before the article was captured again. */
    private void followLate(Appearance appearance, ArticleVersion version, Stamp by) {
        articles.laterThan(version).ifPresent(latest -> {
            claims.flush();
            reanchoring.followLate(appearance, latest, by);
        });
    }

    /** Rewords a claim: a senior editor any, a reviewer those they proposed or work on. */
    public void reword(ClaimId id, Expected expected, Wording wording, Actor actor) {
        actor.mustBe(Role.REVIEWER, Role.SENIOR_EDITOR);
        Claim claim = locked(id, actor);
        if (!actor.is(Role.SENIOR_EDITOR) && !actor.is(claim.proposedBy())
                && !claims.isContributor(id, actor.person())) {
            throw Problem.NotAllowed.role();
        }
        expected.check("claim", claim.version());
        events.fire(claim.reword(wording, actor.stamp(clock)));
    }

    public void accept(ClaimId id, Expected expected, Actor actor) {
        edit(id, expected, actor, claim -> claim.accept(actor.stamp(clock)));
    }

    public void dismiss(ClaimId id, Expected expected, @Nullable String reason, Actor actor) {
        String why = Checks.reason(reason);
        edit(id, expected, actor, claim -> claim.dismiss(why, actor.stamp(clock)));
    }

    public void restore(ClaimId id, Expected expected, @Nullable String reason, Actor actor) {
        String why = Checks.reason(reason);
        edit(id, expected, actor, claim -> claim.restore(why, actor.stamp(clock)));
    }

    private void edit(ClaimId id, Expected expected, Actor actor, Function<Claim, DomainEvent> verb) {
        actor.mustBe(Role.SENIOR_EDITOR);
        Claim claim = claims.lock(id);
        expected.check("claim", claim.version());
        events.fire(verb.apply(claim));
    }

    private Claim locked(ClaimId id, Actor actor) {
        Claim claim = claims.lock(id);
        if (!access.mayRead(actor, claim)) {
            throw new Problem.NotFound("claim");
        }
        return claim;
    }

    private ArticleVersion version(ArticleVersionId where) {
        return articles.toQuote(where).orElseThrow(() -> new Problem.NotFound("article"));
    }
}
