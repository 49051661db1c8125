package org.isnad.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Action;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Stamp;

/**
 * Somebody known to the desk by (issuer, subject). Name and roles are copies of what the identity provider said last: they show
 * who can be assigned work, and never decide what a request may do.
 */
@Entity
public class Person {
    /** What happens to a person's record. */
    public enum PersonAction implements Action {
        PERSON_JOINED,
        PERSON_CHANGED,
        SIGN_IN_REFUSED
    }

    @Id
    private UUID id;
    private String issuer;
    private String subject;
    private String name;
    private String[] roles;
    private boolean client;
    private @Nullable String language;
    private Instant createdAt;
    /** Written by the database alone, when a confirmed erasure takes the name away. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant erasedAt;
    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    Person(String issuer, String subject, String name, Set<Role> roles, boolean client, Instant at) {
        this.id = Ids.next();
        this.issuer = issuer;
        this.subject = subject;
        this.name = name;
        this.roles = names(roles);
        this.client = client;
        this.createdAt = at;
    }

    DomainEvent joined(Stamp by) {
        return DomainEvent.of(AggregateType.PERSON, id, PersonAction.PERSON_JOINED, by, FieldChange.added("name", name),
                FieldChange.added("roles", List.of(roles)));
    }

    DomainEvent change(String newName, Set<Role> newRoles, Stamp by) {
        FieldChange nameChange = new FieldChange("name", name, newName);
        FieldChange roleChange = new FieldChange("roles", List.of(roles), List.of(names(newRoles)));
        this.name = newName;
        this.roles = names(newRoles);
        return DomainEvent.of(AggregateType.PERSON, id, PersonAction.PERSON_CHANGED, by, nameChange, roleChange);
    }

    /** The account's duties must not meet in one account: nobody can assign it work, and its history says which duties met. */
    DomainEvent refuse(Set<Role> conflicting, Stamp by) {
        FieldChange roleChange = new FieldChange("roles", List.of(roles), List.of());
        this.roles = new String[0];
        return DomainEvent.of(AggregateType.PERSON, id, PersonAction.SIGN_IN_REFUSED, by, roleChange,
                FieldChange.added("refusedRoles", List.of(names(conflicting))));
    }

    DomainEvent speak(String newLanguage, Stamp by) {
        FieldChange change = new FieldChange("language", language, newLanguage);
        this.language = newLanguage;
        return DomainEvent.of(AggregateType.PERSON, id, PersonAction.PERSON_CHANGED, by, change);
    }

    boolean differs(String otherName, Set<Role> otherRoles) {
        return !name.equals(otherName) || !Arrays.equals(roles, names(otherRoles));
    }

    private static String[] names(Set<Role> roles) {
        return new TreeSet<>(roles).stream().map(Role::realmName).toArray(String[]::new);
    }

    public PersonId id() {
        return new PersonId(id);
    }

    /** As the identity provider said it last; blocks once it was erased. */
    public String name() {
        return name;
    }

    /** Whether it is a program, which signs in as itself. */
    public boolean isClient() {
        return client;
    }

    /** Whether the name was erased: the person is known by id only, and does not sign in any more. */
    public boolean isErased() {
        return erasedAt != null;
    }

    /** The interface language the person chose ({@code en}, {@code ar}); null until then. */
    public @Nullable String language() {
        return language;
    }

    public Set<Role> roles() {
        Set<Role> known = EnumSet.noneOf(Role.class);
        for (String role : roles) {
            Role.ofRealmName(role).ifPresent(known::add);
        }
        return known;
    }
}
