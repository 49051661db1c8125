package org.isnad.intake.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.intake.Trouble;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.kernel.outbound.Validators;

/** What the desk saw of the feeds, and when it looks again. All times are the database's, since the clocks of nodes differ. */
@ApplicationScoped
@Transactional
public class FeedLooks {
    private static final UUID LAST = new UUID(-1, -1);
    private static final String ROWS = """
            select f.id, f.name, f.url, f.every_minutes, f.state, f.version, l.looked_at, l.entries, l.reason, l.status,
                   l.error, l.failures, l.next_at
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
            returning f.id, f.name, f.url, l.etag, l.last_modified
            """;
    private static final String LOOKED = """
            update feed_look set looked_at = statement_timestamp(), entries = ?, etag = ?, last_modified = ?, reason = null,
                   status = null, error = null, failures = 0
            where feed_id = ?
            """;
    private static final String UNCHANGED = """
            update feed_look set looked_at = statement_timestamp(), reason = null, status = null, error = null, failures = 0
            where feed_id = ?
            """;
    /** Twice as long after each failure, up to a day, and not before the server wants to be asked again. */
    private static final String FAILED = """
            update feed_look l set looked_at = statement_timestamp(), reason = ?, status = ?, error = ?, failures = l.failures + 1,
                   next_at = greatest(statement_timestamp() + ? * interval '1 second', statement_timestamp() + interval '1 minute'
                             * least(f.every_minutes * power(2, least(l.failures, 10)), greatest(f.every_minutes, 1440)))
            from feed f where f.id = l.feed_id and l.feed_id = ?
            """;
    private static final String AGAIN = """
            update feed_look set next_at = statement_timestamp(), failures = 0 where feed_id = ?
            """;
    /** Counted from when the feed was last read: one that does not change for long is asked, and not read. */
    private static final String FORGET = """
            delete from feed_entry e using (select feed_id, max(seen_at) as at from feed_entry group by feed_id) newest
                join feed f on f.id = newest.feed_id
            where e.feed_id = newest.feed_id and e.seen_at <
                  case when f.state = 'REMOVED' then statement_timestamp() else newest.at end - interval '90 days'
            """;
    /** Where an article lay that was erased is not written down again. */
    private static final String SEEN = """
            insert into feed_entry (feed_id, address, seen_at)
            select ?, a, statement_timestamp() from unnest(?) a
            where not exists (select 1 from erased_address e where e.mark = address_mark(a))
            on conflict (feed_id, address) do update set seen_at = excluded.seen_at
            returning address, xmax = 0 as fresh
            """;

    private final AgroalDataSource database;

    FeedLooks(AgroalDataSource database) {
        this.database = database;
    }

    /** A feed whose turn it is. */
    record Due(UUID id, String name, String url, Validators known) {
        Due(UUID id, String name, String url) {
            this(id, name, url, Validators.NONE);
        }
    }

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
                    ? Optional.of(new Due(row.getObject(1, UUID.class), row.getString(2), row.getString(3),
                            new Validators(row.getString(4), row.getString(5))))
                    : Optional.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Those of the addresses that the feed never told of before, and where nothing was erased. */
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

    /** @param now by what the feed can be asked whether it changed since */
    void looked(UUID feed, int entries, Validators now) {
        change(LOOKED, entries, now.etag(), now.lastModified(), feed);
    }

    /** The server says that it is as it was when it was last read. */
    void unchanged(UUID feed) {
        change(UNCHANGED, feed);
    }

    /** @param notBefore as long as the server asks for; zero when it does not */
    void failed(UUID feed, Trouble why, Duration notBefore) {
        change(FAILED, why.reason(), why.has("status") ? (int) why.number("status") : null, why.detail(),
                notBefore.toSeconds(), feed);
    }

    /** An administrator wants to know how it is now. */
    void again(UUID feed) {
        change(AGAIN, feed);
    }

    /** Addresses that no feed has told of for a quarter of a year would be known as articles if they came again. */
    void forget() {
        change(FORGET);
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
                trouble(row), row.getInt("failures"), row.getObject("next_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Trouble trouble(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        String status = row.getString("status");
        return reason == null
                ? null
                : new Trouble(reason, status == null ? Map.of() : Map.of("status", status), row.getString("error"));
    }

    private void change(String sql, @Nullable Object... values) {
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
