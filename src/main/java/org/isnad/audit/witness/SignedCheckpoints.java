package org.isnad.audit.witness;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.isnad.tlog.SignedNote;

/** What was signed of the log, and who confirmed it. For auditors. */
@ApplicationScoped
@Transactional
public class SignedCheckpoints {
    private static final String NEWEST = """
            select k.size, k.key, k.root, k.at, k.note, w.names, w.lines
            from log_checkpoint k
            left join lateral (select array_agg(w.witness order by w.at, w.witness) as names,
                                      array_agg(w.line order by w.at, w.witness) as lines
                               from log_witnessed w where w.size = k.size) w on true
            where (k.size, k.key) < (:size, :key)
            order by k.size desc, k.key desc
            """;
    private static final String NOTE = """
            select k.note, w.names, w.lines
            from log_checkpoint k
            left join lateral (select array_agg(w.witness) as names, array_agg(w.line) as lines
                               from log_witnessed w where w.size = k.size) w on true
            where k.size = :size and split_part(k.key, '+', 2) = :id
            """;
    private static final String UNSIGNED = """
            select coalesce((select max(index) + 1 from log_leaf), 0) - coalesce((select max(size) from log_checkpoint), 0) as leaves
            """;

    private final Session session;
    private final Cosignatures cosignatures;

    SignedCheckpoints(Session session, Cosignatures cosignatures) {
        this.session = session;
        this.cosignatures = cosignatures;
    }

    /**
     * One signed checkpoint.
     *
     * @param keyName
     *            the name in the key that signed it
     * @param keyId
     *            the key's id, eight hexadecimal digits
     * @param witnesses
     *            who confirmed it, each by a signature that holds
     * @param copies
     *            who else it was sent to; nothing proves that they kept it
     */
    public record Signed(long size, Hash root, String keyName, String keyId, Instant at, List<String> witnesses,
            List<String> copies) {}

    /** Checkpoints, the largest first. */
    public Page<Signed> newest(int limit, @Nullable String after, Actor actor) {
        actor.mustBe(Role.AUDITOR);
        List<String> key = Cursor.parts(after, 2).orElse(List.of(String.valueOf(Long.MAX_VALUE), ""));
        List<Tuple> rows = session.createNativeQuery(NEWEST, Tuple.class).addScalar("size", StandardBasicTypes.LONG)
                .addScalar("key", StandardBasicTypes.STRING).addScalar("root", StandardBasicTypes.BINARY)
                .addScalar("at", StandardBasicTypes.INSTANT).addScalar("note", StandardBasicTypes.STRING)
                .addScalar("names", String[].class).addScalar("lines", String[].class)
                .setParameter("size", size(key.get(0))).setParameter("key", key.get(1)).setMaxResults(limit + 1)
                .getResultList();
        return Page.of(rows, limit, row -> Cursor.of(row.get("size", Long.class), row.get("key", String.class)))
                .map(this::signed);
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
                .addScalar("names", String[].class).addScalar("lines", String[].class).setParameter("size", size)
                .setParameter("id", keyId).getResultStream().map(this::cosigned)
                .findFirst().orElseThrow(() -> new Problem.NotFound("checkpoint"));
    }

    /** How many steps of the log no checkpoint covers yet. */
    public long unsigned(Actor actor) {
        actor.mustBe(Role.AUDITOR);
        return ((Number) session.createNativeQuery(UNSIGNED, Long.class).getSingleResult()).longValue();
    }

    private Signed signed(Tuple row) {
        String[] parts = row.get("key", String.class).split("\\+", 3);
        Map<Boolean, List<String>> confirmed = lines(row).entrySet().stream()
                .collect(Collectors.partitioningBy(
                        one -> cosignatures.confirms(one.getKey(), one.getValue(), row.get("note", String.class)),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return new Signed(row.get("size", Long.class), Hash.of(row.get("root", byte[].class)), parts[0],
                parts.length > 1 ? parts[1] : "", row.get("at", Instant.class),
                confirmed.getOrDefault(true, List.of()), confirmed.getOrDefault(false, List.of()));
    }

    private String cosigned(Tuple row) {
        String note = row.get("note", String.class);
        try {
            return cosignatures.addedTo(SignedNote.parse(note), lines(row)).encoded();
        } catch (IllegalArgumentException e) {
            // Somebody put it there who is not the log; an auditor sees what it is.
            return note;
        }
    }

    /** What is written down of each witness, in the order of the query. */
    private static Map<String, String> lines(Tuple row) {
        String @Nullable [] names = row.get("names", String[].class);
        String @Nullable [] lines = row.get("lines", String[].class);
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; names != null && lines != null && i < names.length; i++) {
            all.put(names[i], lines[i]);
        }
        return all;
    }

    private static long size(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("after", "not-a-cursor");
        }
    }
}
