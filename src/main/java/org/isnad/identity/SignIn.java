package org.isnad.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/** Turns what the identity provider says about a request into the actor behind it. */
@ApplicationScoped
public class SignIn {
    private static final Logger LOG = Logger.getLogger(SignIn.class);
    /** A refused account that keeps knocking leaves one event in this time on each node, not one for each picture of a page. */
    private static final Duration ONE_REFUSAL_EVENT_IN = Duration.ofMinutes(1);
    private static final int REFUSALS_REMEMBERED = 1_000;

    private final People people;
    private final Event<DomainEvent> events;
    private final Clock clock;
    private final Map<UUID, Instant> refusals = Collections.synchronizedMap(new LinkedHashMap<>());

    SignIn(People people, Event<DomainEvent> events, Clock clock) {
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a verified token says.
     *
     * @param roles
     *            the person's duties as the identity provider knows them now; none for a client of its own
     * @param session
     *            whether the person uses the pages: only there does a token always name all of the person's duties, while an API
     *            client's token may carry some of them only, so it never changes what is stored about a person
     */
    public record Token(String issuer, String subject, String name, Set<Role> roles, Set<String> scopes,
            String authentication, @Nullable Instant signedInAt, boolean client, boolean session) {
        public Token {
            roles = Set.copyOf(roles);
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * Who the desk knows under a token.
     *
     * @param language
     *            the interface language the person chose; null until then
     */
    public record SignedIn(Actor actor, @Nullable String language) {}

    /**
     * The person behind a token, met for the first time or known. Reads one row, and writes only when something changed.
     *
     * @throws Problem.NotAllowed
     *             when the account's duties must not meet in one account, which is then part of the account's history; and when
     *             the person's name was erased, since signing in would write it again
     */
    @Transactional(dontRollbackOn = Problem.NotAllowed.class)
    public SignedIn signIn(Token token) {
        Optional<Person> known = people.byIdentity(token.issuer(), token.subject());
        if (known.filter(Person::isErased).isPresent()) {
            throw erased();
        }
        if (Role.conflict(token.roles())) {
            refuse(known.orElseGet(() -> joining(token)), token);
            throw refusal();
        }
        if (known.isPresent() && !(token.session() && known.get().differs(token.name(), token.roles()))) {
            return signedIn(known.get(), token);
        }
        return signedIn(record(token), token);
    }

    private static Problem.NotAllowed refusal() {
        return new Problem.NotAllowed("duties-conflict",
                "This account holds duties that must not meet in one account, so it may not work at the desk.");
    }

    private static Problem.NotAllowed erased() {
        return new Problem.NotAllowed("account-erased",
                "The name of this account's person was erased here, so the account may not work at the desk any more.");
    }

    /** Stores what is new; simultaneous first requests of one person wait for each other, and the later ones find it stored. */
    private Person record(Token token) {
        Person person = joining(token);
        if (person.differs(token.name(), token.roles())) {
            events.fire(person.change(token.name(), token.roles(), stamp(person, token)));
        }
        return person;
    }

    private Person joining(Token token) {
        people.lock(token.issuer(), token.subject());
        Optional<Person> known = people.byIdentity(token.issuer(), token.subject());
        if (known.isPresent()) {
            people.getEntityManager().refresh(known.get());
            if (known.get().isErased()) {
                throw erased();
            }
            return known.get();
        }
        Set<Role> roles = Role.conflict(token.roles()) ? Set.of() : token.roles();
        Person person = new Person(token.issuer(), token.subject(), token.name(), roles, token.client(),
                clock.instant());
        people.persist(person);
        events.fire(person.joined(stamp(person, token)));
        return person;
    }

    private void refuse(Person person, Token token) {
        UUID id = person.id().value();
        Instant now = clock.instant();
        Instant last = refusals.get(id);
        if (last != null && last.plus(ONE_REFUSAL_EVENT_IN).isAfter(now) && person.roles().isEmpty()) {
            return;
        }
        if (refusals.size() >= REFUSALS_REMEMBERED) {
            refusals.clear();
        }
        refusals.put(id, now);
        LOG.warnf("Sign-in refused: person %s holds duties that must not meet in one account: %s", id, token.roles());
        events.fire(person.refuse(token.roles(), stamp(person, token)));
    }

    private static SignedIn signedIn(Person person, Token token) {
        return new SignedIn(new Actor(person.id(), person.name(), token.roles(), token.scopes(), token.authentication(),
                token.signedInAt(), token.client()), person.language());
    }

    private Stamp stamp(Person person, Token token) {
        return new Stamp(person.id().value(), token.authentication(), clock.instant());
    }
}
