package org.isnad.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.tlog.Hash;

/** What was signed of the log, and who confirmed it. For auditors. */
@ApplicationScoped
@Transactional
public class SignedCheckpoints {
    private static final String NEWEST = """
            select k.size, k.key, k.root, k.at,
                   (select array_agg(w.witness order by w.at, w.witness) from log_witnessed w where w.size = k.size) as witnesses
            from log_checkpoint k
            where (k.size, k.key) < (:size, :key)
            order by k.size desc, k.key desc
            """;
    private static final String NOTE = """
            select k.note, (select string_agg(w.line, E'\\n' order by w.at, w.witness) from log_witnessed w where w.size = k.size) as lines
            from log_checkpoint k where k.size = :size and split_part(k.key, '+', 2) = :id
            """;
    private static final String UNSIGNED = """
            select coalesce((select max(index) + 1 from log_leaf), 0) - coalesce((select max(size) from log_checkpoint), 0) as leaves
            """;
    /** How a signature line of a note begins. */
    private static final String SIGNATURE = "— ";

    private final Session session;

    SignedCheckpoints(Session session) {
        this.session = session;
    }

    /**
     * One signed checkpoint.
     *
     * @param keyName
     *            the name in the key that signed it
     * @param keyId
     *            the key's id, eight hexadecimal digits
     * @param witnesses
     *            who confirmed it
     */
    public record Signed(long size, Hash root, String keyName, String keyId, Instant at, List<String> witnesses) {}

    /** Checkpoints, the largest first. */
    public Page<Signed> newest(int limit, @Nullable String after, Actor actor) {
        actor.mustBe(Role.AUDITOR);
        List<String> key = Cursor.parts(after, 2).orElse(List.of(String.valueOf(Long.MAX_VALUE), ""));
        List<Tuple> rows = session.createNativeQuery(NEWEST, Tuple.class).addScalar("size", StandardBasicTypes.LONG)
                .addScalar("key", StandardBasicTypes.STRING).addScalar("root", StandardBasicTypes.BINARY)
                .addScalar("at", StandardBasicTypes.INSTANT).addScalar("witnesses", String[].class)
                .setParameter("size", size(key.get(0))).setParameter("key", key.get(1)).setMaxResults(limit + 1)
                .getResultList();
        return Page.of(rows, limit, row -> Cursor.of(row.get("size", Long.class), row.get("key", String.class)))
                .map(SignedCheckpoints::signed);
    }

    /**
     * The signed note, with the signatures of the witnesses that gave one.
     *
     * @throws Problem.NotFound
     *             when nothing of that size was signed by the key
     */
    public String note(long size, String keyId, Actor actor) {
        actor.mustBe(Role.AUDITOR);
        return session.createNativeQuery(NOTE, Tuple.class).addScalar("note", StandardBasicTypes.STRING)
                .addScalar("lines", StandardBasicTypes.STRING).setParameter("size", size).setParameter("id", keyId)
                .getResultStream().map(row -> with(row.get("note", String.class), row.get("lines", String.class)))
                .findFirst().orElseThrow(() -> new Problem.NotFound("checkpoint"));
    }

    /** How many steps of the log no checkpoint covers yet. */
    public long unsigned(Actor actor) {
        actor.mustBe(Role.AUDITOR);
        return ((Number) session.createNativeQuery(UNSIGNED, Long.class).getSingleResult()).longValue();
    }

    private static Signed signed(Tuple row) {
        String key = row.get("key", String.class);
        String[] parts = key.split("\\+", 3);
        String @Nullable [] witnesses = row.get("witnesses", String[].class);
        return new Signed(row.get("size", Long.class), Hash.of(row.get("root", byte[].class)), parts[0],
                parts.length > 1 ? parts[1] : "", row.get("at", Instant.class),
                witnesses == null ? List.of() : List.of(witnesses));
    }

    private static String with(String note, @Nullable String lines) {
        List<String> more = new ArrayList<>();
        if (lines != null) {
            lines.lines().filter(line -> line.startsWith(SIGNATURE) && !note.contains(line)).forEach(more::add);
        }
        return note + more.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static long size(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("after", "not-a-cursor");
        }
    }
}
