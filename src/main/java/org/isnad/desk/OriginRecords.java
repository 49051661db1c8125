package org.isnad.desk;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Readings;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.origin.Bylines;
import org.isnad.origin.OriginId;
import org.isnad.origin.OriginKind;

/** Reads the records of outlets and authors. */
@ApplicationScoped
public class OriginRecords {
    private static final String FILTER = """
             and (position(name_key(:name) in name_key(o.name)) > 0
                  or exists (select 1 from origin_name n where n.origin_id = o.id and position(name_key(:name) in name_key(n.name)) > 0))
            """;
    private static final String LIST = """
            select o.id, o.name, o.key, coalesce(cardinality(s.ids), 0) as articles, a.received_at as latest, w.claims
            from (select o.id, o.name, name_key(o.name) as key from origin o
                  where o.kind = :kind and o.merged_into is null %s
                  order by name_key(o.name), o.id limit :size) o
            left join lateral (select array_agg(x.article_id order by x.article_id desc) as ids
                               from (select distinct t.article_id
                                     from origin_name n cross join lateral (
                                         select distinct y.article_id from article_origin y where y.name_id = n.id
                                         order by 1 desc limit :most) t
                                     where n.origin_id = o.id order by 1 desc limit :most) x) s on true
            left join article a on a.id = s.ids[1]
            left join lateral (select count(distinct c.id) as claims from appearance p join claim c on c.id = p.claim_id
                               where p.article_id = any (trim_array(s.ids, greatest(cardinality(s.ids) - :most + 1, 0))) and %s) w on true
            order by o.key, o.id
            """;
    /**
     * A merged record leads to the one that has the name now with which it came into being: the record that it was merged into may have
     * been merged and parted again since. Only where that name was taken out before is it that record.
     */
    private static final String FIND = """
            with recursive way as (
                select o.id, o.merged_into from origin o where o.id = :id
                union
                select o.id, o.merged_into
                from way w left join origin_name n on n.first_id = w.id
                join origin o on o.id = coalesce(n.origin_id, w.merged_into)
                where w.merged_into is not null)
            select o.id, o.kind, o.name, o.version, n.id as name_id, n.name as stated
            from way w join origin o on o.id = w.id join origin_name n on n.origin_id = o.id
            where w.merged_into is null order by n.id
            """;
    private static final String NAMED = """
            select n.origin_id as id from origin_name n
            where n.kind = :kind and name_key(n.name) = name_key(:name) and n.name ~ '[^█[:space:]]'
            """;

    private final EntityManager database;
    private final Readings readings;

    OriginRecords(EntityManager database, Readings readings) {
        this.database = database;
        this.readings = readings;
    }

    /**
     * Records by their names; one statement, and what records an auditor's look.
     *
     * @param name
     *            what stands somewhere in a name; null for all
     * @param after
     *            the cursor of the page before; null for the first
     */
    public Page<OriginCard> list(OriginKind kind, @Nullable String name, @Nullable String after, int size,
            Actor reader) {
        Optional<List<String>> last = Cursor.parts(after, 2);
        String which = (last.isPresent() ? " and (name_key(o.name), o.id) > (cast(:key as text), :last)" : "")
                + (name == null ? "" : FILTER);
        Query query = database.createNativeQuery(LIST.formatted(which, OriginWorks.READABLE), Tuple.class)
                .setParameter("kind", kind.name()).setParameter("size", size + 1)
                .setParameter("most", OriginCard.MOST + 1);
        OriginWorks.readable(query, reader);
        if (name != null) {
            query.setParameter("name", name);
        }
        last.ifPresent(key -> query.setParameter("key", key.get(0)).setParameter("last",
                Ids.parse(key.get(1)).orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor"))));
        Page<Row> page = Page.of(OriginWorks.rows(query), size, row -> Cursor.of(row.text("key"), row.id("id")));
        readings.list(kind.plural(), page.items().stream().map(row -> row.id("id")).toList(), reader);
        return page.map(row -> new OriginCard(row.id("id"), row.text("name"), row.number("articles"),
                row.number("claims"), row.instantOrNull("latest")));
    }

    /** The record, or the one that it was merged into, of whatever kind; one statement. */
    public Optional<OriginRecord> find(OriginId id) {
        List<Row> rows = OriginWorks
                .rows(database.createNativeQuery(FIND, Tuple.class).setParameter("id", id.value()));
        return rows.stream().findFirst().map(first -> new OriginRecord(first.id("id"),
                first.one(OriginKind.class, "kind"), first.text("name"),
                rows.stream().map(row -> new OriginRecord.Named(row.id("name_id"), row.text("stated"))).toList(),
                first.number("version")));
    }

    /** The record to which a name leads as an article states it; of several authors in one line, the first that is known. */
    public Optional<OriginId> named(OriginKind kind, String name) {
        List<String> names = kind == OriginKind.AUTHOR
                ? Bylines.authors(name)
                : Bylines.name(name).map(List::of).orElse(List.of());
        return names.stream().flatMap(one -> OriginWorks
                .rows(database.createNativeQuery(NAMED, Tuple.class).setParameter("kind", kind.name())
                        .setParameter("name", one))
                .stream()).findFirst().map(row -> new OriginId(row.id("id")));
    }
}
