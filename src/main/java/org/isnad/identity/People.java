package org.isnad.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

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

    /** Who can be given a claim to check, by name: everybody last seen as reviewer or senior editor. */
    public List<Person> whoCanReview() {
        return getEntityManager().unwrap(Session.class).createNativeQuery("""
                select * from person
                where roles && array['reviewer', 'senior-editor']::text[] and not client
                order by name, id
                """, Person.class).getResultList();
    }
}
