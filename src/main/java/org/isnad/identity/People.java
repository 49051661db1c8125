package org.isnad.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

/** The persons the desk has met. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, UUID> {

    public Optional<Person> find(PersonId id) {
        return findByIdOptional(id.value());
    }

    Optional<Person> byIdentity(String issuer, String subject) {
        return find("issuer = ?1 and subject = ?2", issuer, subject).firstResultOptional();
    }

    /** Makes others who are about to record the same identity wait until this transaction ends. */
    void lock(String issuer, String subject) {
        getEntityManager().createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, issuer + "\n" + subject).getSingleResult();
    }

    /**
     * Who acts when something goes on that a person or program asked for earlier: with the roles that a person has now. What a
     * program may do stands in its tokens alone, so it keeps the scopes it had when it asked.
     *
     * @return empty when the desk knows nobody of that id any more
     */
    @Transactional
    public Optional<Actor> acting(PersonId id, String authentication, Set<String> scopes) {
        return find(id).filter(person -> !person.isErased())
                .map(person -> new Actor(id, person.name(), person.isClient() ? Set.of() : person.roles(),
                        person.isClient() ? scopes : Set.of(), authentication, null, person.isClient()));
    }

    /** Who can be given a claim to check, by name: everybody last seen as reviewer or senior editor. */
    public List<Person> whoCanReview() {
        return getEntityManager().unwrap(Session.class).createNativeQuery("""
                select * from person
                where roles && array['reviewer', 'senior-editor']::text[] and not client
                order by name, id
                """, Person.class).getResultList();
    }
}
