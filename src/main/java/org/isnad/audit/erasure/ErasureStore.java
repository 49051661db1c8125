package org.isnad.audit.erasure;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import org.isnad.kernel.AggregateType;

/** What the database does for an erasure: it lists what can go, holds it still, and lets exactly what was confirmed go. */
@ApplicationScoped
class ErasureStore {
    /**
     * A step's value holds JSON. Every string in it is a text, a name in capitals too, except what stands under a key of these: an
     * id, or a code that the desk chose.
     */
    private static final String VALUES = """
            select v.of_table, v.row_key, v.position, v.path, v.part, v.aggregate_type, v.aggregate_id, v.step, v.field,
                   case when v.of_table = 'audit_change'
                        then array(select distinct m.text collate "C"
                                   from jsonb_path_query(v.value::jsonb, 'strict $.** ? (@.type() == "object")') o,
                                        jsonb_each_text(o) m(key, text)
                                   where jsonb_typeof(o -> m.key) = 'string' and m.text ~ '[^[:space:]]'
                                     and m.key not in ('article', 'articleVersion', 'stance', 'source', 'code')
                                   order by 1)
                        else array[v.value] end as texts, c.article_version_id
            from erasable_values(?, ?) with ordinality v
            left join capture c on v.of_table = 'capture' and v.path = '{warc}' and c.id = v.row_key
            order by v.ordinality
            """;
    private static final String NAME = """
            insert into erasure_item (erasure_id, number, of_table, row_key, position, path)
            select ?, u.n, u.of_table, u.row_key, u.position, string_to_array(u.path, '/')
            from unnest(?, ?, ?, ?) with ordinality u(of_table, row_key, position, path, n)
            """;
    /** In the order in which whoever changes such a thing locks it. */
    private static final List<String> LOCK_CLAIM = List.of("select 1 from claim where id = ? for update");
    private static final List<String> LOCK_ARTICLE = List.of("select 1 from article where id = ? for update",
            "select 1 from claim where id in (select claim_id from appearance where article_id = ?) order by id for update",
            "select 1 from origin where id in (select origins_told(array(select unnest(array[n.origin_id, n.first_id]) "
                    + "from article_origin s join origin_name n on n.id = s.name_id where s.article_id = ?))) order by id for update",
            "select 1 from origin_name where id in (select name_id from article_origin where article_id = ?) order by id for update");
    private static final List<String> LOCK_PERSON = List.of("select version from audit_next('PERSON', ?)");

    private final Session session;

    ErasureStore(Session session) {
        this.session = session;
    }

    ErasableValues values(ErasureTarget target, UUID id) {
        return new ErasableValues(session.doReturningWork(connection -> values(target, id, connection)));
    }

    /** Nobody changes the target until this transaction ends. */
    void hold(ErasureTarget target, UUID id) {
        List<String> locks = switch (target) {
            case PERSON -> LOCK_PERSON;
            case CLAIM -> LOCK_CLAIM;
            case ARTICLE -> LOCK_ARTICLE;
        };
        session.doWork(connection -> {
            for (String lock : locks) {
                try (PreparedStatement statement = connection.prepareStatement(lock)) {
                    statement.setObject(1, id);
                    statement.execute();
                }
            }
        });
    }

    /** Erases the values, which the transaction must have confirmed and told of. */
    void erase(UUID erasure, List<ErasableValue> values) {
        session.doWork(connection -> {
            try (PreparedStatement name = connection.prepareStatement(NAME)) {
                name.setObject(1, erasure);
                name.setArray(2, array("text", values.stream().map(ErasableValue::table).toArray(), connection));
                name.setArray(3, array("uuid", values.stream().map(ErasableValue::key).toArray(), connection));
                name.setArray(4, array("int4", values.stream().map(ErasableValue::position).toArray(), connection));
                name.setArray(5, array("text", values.stream().map(value -> String.join("/", value.path())).toArray(),
                        connection));
                name.executeUpdate();
            }
            try (PreparedStatement erase = connection.prepareStatement("select erase(?)")) {
                erase.setObject(1, erasure);
                erase.execute();
            }
        });
    }

    private static List<ErasableValue> values(ErasureTarget target, UUID id, Connection connection)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(VALUES)) {
            query.setString(1, target.name());
            query.setObject(2, id);
            List<ErasableValue> values = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    values.add(new ErasableValue(row.getString("of_table"), row.getObject("row_key", UUID.class),
                            row.getObject("position", Integer.class), texts(row.getArray("path")),
                            ErasurePart.valueOf(row.getString("part")),
                            AggregateType.valueOf(row.getString("aggregate_type")),
                            row.getObject("aggregate_id", UUID.class), row.getObject("step", Long.class),
                            row.getString("field"), texts(row.getArray("texts")),
                            row.getObject("article_version_id", UUID.class)));
                }
            }
            return values.stream().filter(value -> !value.texts().isEmpty()).toList();
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Array array(String type, Object[] values, Connection connection) throws SQLException {
        return connection.createArrayOf(type, values);
    }
}
