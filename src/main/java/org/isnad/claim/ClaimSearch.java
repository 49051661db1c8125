package org.isnad.claim;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** Finds claims by their words, among those that a person may see. */
@ApplicationScoped
public class ClaimSearch {
    private static final int SIZE = 10;
    private static final int MOST_WORDS = 8;
    /** Behind every id. */
    private static final UUID LAST = new UUID(-1L, -1L);

    private final EntityManager database;

    ClaimSearch(EntityManager database) {
        this.database = database;
    }

    /** A claim that has the words. */
    public record Found(ClaimId claim, String wording, String language, ClaimState state) {}

    /** The claims whose wording has all the words, newest first, in pieces of ten. */
    public Page<Found> withWords(String words, @Nullable String after, Actor actor) {
        UUID before = Cursor.parts(after, 1).map(parts -> Ids.parse(parts.get(0))
                .orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor"))).orElse(LAST);
        List<Tuple> rows = database.unwrap(Session.class)
                .createNativeQuery(
                        """
                                select c.id, c.wording, c.language, c.state from claim c
                                where c.wording ilike all (:patterns)
                                  and (:everything or c.state = any (:open) or exists (
                                       select 1 from claim_contributor o where o.claim_id = c.id and o.person_id = :person))
                                  and c.id < :before
                                order by c.id desc
                                limit :size
                                """,
                        Tuple.class)
                .setParameter("patterns", patterns(words))
                .setParameter("everything", actor.isAny(Role.SENIOR_EDITOR, Role.AUDITOR))
                .setParameter("open", ClaimAccess.openStates()).setParameter("person", actor.person().value())
                .setParameter("before", before).setParameter("size", SIZE + 1).getResultList();
        return Page.of(rows.stream()
                .map(row -> new Found(new ClaimId(row.get("id", UUID.class)), row.get("wording", String.class),
                        row.get("language", String.class), ClaimState.valueOf(row.get("state", String.class))))
                .toList(), SIZE, found -> Cursor.of(found.claim()));
    }

    private static String[] patterns(String words) {
        return Stream.of(words.strip().split("\\s+")).filter(word -> !word.isEmpty()).limit(MOST_WORDS)
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%").toArray(String[]::new);
    }
}
