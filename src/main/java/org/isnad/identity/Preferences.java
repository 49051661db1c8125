package org.isnad.identity;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Problem;

/** What a person sets for themselves. */
@ApplicationScoped
@Transactional
public class Preferences {
    private final People people;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Preferences(People people, Event<DomainEvent> events, Clock clock) {
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Sets the interface language to {@code en} or {@code ar}, for every browser the person signs in with. */
    public void speak(String language, Actor actor) {
        Person person = people.find(actor.person()).orElseThrow(() -> new Problem.NotFound("person"));
        if (!language.equals(person.language())) {
            events.fire(person.speak(language, actor.stamp(clock)));
        }
    }
}
