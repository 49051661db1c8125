package org.isnad.claim;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.kernel.text.WordDiff;

/** The words of claims that do not stand in a later version of their article and about which nobody has decided. */
@ApplicationScoped
public class LostWords {
    private final EntityManager database;

    LostWords(EntityManager database) {
        this.database = database;
    }

    /**
     * Words that were lost.
     *
     * @param exact
     *            as they stood in the earlier version
     * @param quoted
     *            their language, ISO 639
     * @param near
     *            words of the later version that come near to them; null where there are none
     * @param nearStart
     *            where these begin, in code points; 0 where there are none
     * @param version
     *            the later one
     * @param number
     *            of the later version
     */
    public record Lost(UUID appearance, UUID claim, String wording, String wordingLanguage, String exact, String quoted,
            @Nullable String near, int nearStart, int nearEnd, UUID article, UUID version, int number, String title,
            String language) {
        /** From the words that were marked to those that come near, word by word. */
        public List<WordDiff.Piece> difference() {
            return WordDiff.of(exact, near);
        }
    }

    /** Oldest first; one statement. */
    public Page<Lost> page(@Nullable String after, int size) {
        Optional<List<UUID>> last = Cursor.parts(after, 2).map(keys -> keys.stream().map(LostWords::id).toList());
        NativeQuery<Tuple> query = database.unwrap(Session.class).createNativeQuery(
                """
                        select l.appearance_id, l.claim_id, c.wording, c.language as wording_language, a.exact, coalesce(a.language, w.language) as quoted, l.article_id,
                               l.article_version_id, l.near_start, l.near_end,
                               substr(v.text, l.near_start + 1, l.near_end - l.near_start) as near, v.number, v.title, v.language
                        from lost_appearance l join claim c on c.id = l.claim_id join appearance a on a.id = l.appearance_id
                        join article_version w on w.id = a.article_version_id
                        join article_version v on v.id = l.article_version_id
                        where l.settled is null %s
                        order by l.appearance_id, l.article_version_id
                        """
                        .formatted(
                                last.isPresent()
                                        ? "and (l.appearance_id, l.article_version_id) > (:appearance, :version)"
                                        : ""),
                Tuple.class);
        last.ifPresent(keys -> query.setParameter("appearance", keys.get(0)).setParameter("version", keys.get(1)));
        List<Lost> rows = query.setMaxResults(size + 1).getResultList().stream()
                .map(row -> new Lost(row.get("appearance_id", UUID.class), row.get("claim_id", UUID.class),
                        row.get("wording", String.class), row.get("wording_language", String.class),
                        row.get("exact", String.class), row.get("quoted", String.class),
                        row.get("near", String.class), code(row, "near_start"), code(row, "near_end"),
                        row.get("article_id", UUID.class),
                        row.get("article_version_id", UUID.class), row.get("number", Integer.class),
                        row.get("title", String.class), row.get("language", String.class)))
                .toList();
        return Page.of(rows, size, one -> Cursor.of(one.appearance(), one.version()));
    }

    private static int code(Tuple row, String column) {
        return Objects.requireNonNullElse(row.get(column, Integer.class), 0);
    }

    private static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor"));
    }
}
