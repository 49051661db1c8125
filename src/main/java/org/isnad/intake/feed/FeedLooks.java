package org.isnad.intake.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;
import org.jspecify.annotations.Nullable;

import org.isnad.article.CodePoints;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** What the desk saw of the feeds, and when it looks again. All times are the database's, since the clocks of nodes differ. */
@ApplicationScoped
@Transactional
public class FeedLooks {
    private static final UUID LAST = new UUID(-1, -1);
    private static final int LONGEST_ERROR = 1000;
    private static final String ROWS = """
            select f.id, f.name, f.url, f.every_minutes, f.state, f.version, l.looked_at, l.entries, l.error
            from feed f join feed_look l on l.feed_id = f.id where f.state <> 'REMOVED' and f.id %s ? order by f.id desc limit ?
            """;
    /** Whoever takes a feed puts off its next look, so no other node takes it too, and a node that ends has not lost it. */
    private static final String DUE = """
            with due as (
                select l.feed_id from feed_look l join feed f on f.id = l.feed_id
                where l.next_at <= statement_timestamp() and f.state = 'FOLLOWED'
                order by l.next_at limit 1 for update of l skip locked)
            update feed_look l set next_at = statement_timestamp() + f.every_minutes * interval '1 minute'
            from due, feed f where l.feed_id = due.feed_id and f.id = due.feed_id
            returning f.id, f.name, f.url
            """;
    private static final String SEEN = """
            insert into feed_entry (feed_id, address, seen_at)
            select ?, a, statement_timestamp() from unnest(?) a
            on conflict (feed_id, address) do update set seen_at = excluded.seen_at
            returning address, xmax = 0 as fresh
            """;

    private final AgroalDataSource database;

    FeedLooks(AgroalDataSource database) {
        this.database = database;
    }

    /** A feed whose turn it is. */
    record Due(UUID id, String name, String url) {}

    /** A piece of the feeds, newest first. */
    public Page<FeedRow> page(@Nullable String after, int size, Actor actor) {
        actor.mustBe(Role.ADMIN);
        UUID before = Cursor.parts(after, 1)
                .map(key -> Ids.parse(key.get(0)).orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor")))
                .orElse(LAST);
        return Page.of(rows("<", before, size + 1), size, row -> Cursor.of(row.id()));
    }

    /**
     * @throws Problem.NotFound
     *             when there is no such feed, or it is not followed any more
     */
    public FeedRow find(UUID id, Actor actor) {
        actor.mustBe(Role.ADMIN);
        return rows("=", id, 1).stream().findFirst().orElseThrow(() -> new Problem.NotFound("feed"));
    }

    void begin(UUID id) {
        change("insert into feed_look (feed_id, next_at) values (?, statement_timestamp())", id);
    }

    Optional<Due> due() {
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(DUE);
                ResultSet row = take.executeQuery()) {
            return row.next()
                    ? Optional.of(new Due(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Those of the addresses that the feed never told of before. */
    Set<String> unseen(UUID feed, Collection<String> addresses) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(SEEN)) {
            insert.setObject(1, feed);
            insert.setArray(2, connection.createArrayOf("text", addresses.stream().distinct().toArray()));
            Set<String> unseen = new HashSet<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean("fresh")) {
                        unseen.add(row.getString("address"));
                    }
                }
            }
            return unseen;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void looked(UUID feed, int entries) {
        change("update feed_look set looked_at = statement_timestamp(), entries = ?, error = null where feed_id = ?",
                entries, feed);
    }

    void failed(UUID feed, String why) {
        change("update feed_look set looked_at = statement_timestamp(), error = ? where feed_id = ?",
                CodePoints.head(why.replace('\0', ' '), LONGEST_ERROR), feed);
    }

    /** Addresses that no feed has told of for a quarter of a year would be known as articles if they came again. */
    void forget() {
        change("delete from feed_entry where seen_at < statement_timestamp() - interval '90 days'");
    }

    private List<FeedRow> rows(String which, UUID id, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ROWS.formatted(which))) {
            select.setObject(1, id);
            select.setInt(2, most);
            List<FeedRow> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static FeedRow row(ResultSet row) throws SQLException {
        OffsetDateTime looked = row.getObject("looked_at", OffsetDateTime.class);
        return new FeedRow(row.getObject("id", UUID.class), row.getString("name"), row.getString("url"),
                row.getInt("every_minutes"), FeedState.valueOf(row.getString("state")), row.getLong("version"),
                looked == null ? null : looked.toInstant(), row.getObject("entries", Integer.class),
                row.getString("error"));
    }

    private void change(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The feeds cannot be read or written: " + e.getMessage(), e);
    }
}
