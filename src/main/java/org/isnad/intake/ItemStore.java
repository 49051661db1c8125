package org.isnad.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;
import org.jspecify.annotations.Nullable;

import org.isnad.article.DocumentTaken;
import org.isnad.article.Upload;
import org.isnad.identity.PersonId;
import org.isnad.intake.ItemInput.CheckNotes;
import org.isnad.kernel.Ids;

/**
 * The rows of all lists, as those who go through them see them. Plain SQL: ten thousand rows are put in and moved at once, and none of
 * it is the desk's state. All times are the database's, since the clocks of nodes differ.
 */
@ApplicationScoped
@Transactional
class ItemStore {
    private static final String ADD = """
            insert into intake_item (id, job_id, position, state, reason, detail, parameters, article_id, original, input)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, jsonb_strip_nulls(jsonb_build_object('url', ?::text, 'title', ?::text,
                    'byline', ?::text, 'outlet', ?::text, 'publishedOn', ?::text, 'language', ?::text, 'text', ?::text,
                    'fileName', ?::text, 'claim', ?::text, 'tags', ?::text, 'status', ?::text, 'created', ?::text,
                    'source', ?::text, 'mediaType', ?::text, 'separate', ?::text)))
            """;
    static final String CLAIM = """
            with next as (
                select id from intake_item
                where state in ('WAITING', 'RUNNING') and (lease_until is null or lease_until <= statement_timestamp())
                order by position, id limit 1 for update skip locked)
            update intake_item i set state = 'RUNNING', attempts = attempts + 1,
                   lease_until = statement_timestamp() + ? * interval '1 millisecond'
            from next, intake_job j where i.id = next.id and j.id = i.job_id
            returning i.id, i.job_id, i.attempts, i.original, j.asked_by, j.authentication, i.input ->> 'url' as url,
                   i.input ->> 'title' as title, i.input ->> 'byline' as byline, i.input ->> 'outlet' as outlet,
                   i.input ->> 'publishedOn' as published_on, i.input ->> 'language' as language,
                   i.input ->> 'text' as text, i.input ->> 'fileName' as file_name, i.input ->> 'claim' as claim,
                   i.input ->> 'tags' as tags, i.input ->> 'status' as status, i.input ->> 'created' as created,
                   i.input ->> 'source' as source, i.input ->> 'mediaType' as media_type,
                   coalesce((i.input ->> 'separate')::boolean, false) as separate
            """;
    /** What an article holds now is not kept a second time. */
    private static final String WITHOUT_ITS_WORDS = """
            input - '{text,title,byline,outlet,publishedOn,language,fileName}'::text[]""";
    /**
     * Only as long as the row is still whose who began it: the one who took it over meanwhile knows better. What became a claim, the
     * claim says.
     */
    private static final String FINISH = """
            update intake_item set state = ?, article_id = ?, claim_id = ?, capture_id = ?, reason = ?, detail = ?, parameters = ?,
                   lease_until = null, original = case when ? then null else original end,
                   input = case when ? then %s - (case when ? then '{claim}' else '{}' end)::text[] else input end
            where id = ? and state = 'RUNNING' and attempts = ?
            """
            .formatted(WITHOUT_ITS_WORDS);
    private static final String LATER = """
            update intake_item i set state = case when (select j.state from intake_job j where j.id = i.job_id) = 'CANCELLED'
                                                 then 'CANCELLED' else 'WAITING' end, lease_until = statement_timestamp() + ? * interval '1 millisecond'
            where id = ? and state = 'RUNNING' and attempts = ?
            """;
    /** After the last row's own transaction, so that of two that end at the same moment the second sees both. */
    private static final String END = """
            update intake_job j set state = 'DONE', ended_at = statement_timestamp()
            where j.state = 'RUNNING' and (?::uuid is null or j.id = ?::uuid) and not exists
                  (select 1 from intake_item i where i.job_id = j.id and i.state in ('WAITING', 'RUNNING'))
            """;
    private static final String BEGIN = """
            update intake_item set original = case when state = 'KNOWN' then null else original end,
                   input = case when state = 'KNOWN' then %s else input end,
                   reason = null, detail = null, parameters = null, state = case when state = 'CHECKED' then 'WAITING' else state end
            where job_id = ? and state in ('CHECKED', 'KNOWN')
            """
            .formatted(WITHOUT_ITS_WORDS);

    /** A person decided about what was captured, which no lease protects: the first to do so counts. */
    private static final String CONFIRMED = """
            update intake_item set state = ?, article_id = ?, reason = null, detail = null, parameters = null, original = null,
                   input = %s
            where capture_id = ? and state in ('READY', 'DISMISSED')
            """
            .formatted(WITHOUT_ITS_WORDS);
    private static final String DECIDED = "update intake_item set state = ? where job_id = ? and position = ? and state = ?";
    private static final String EXISTS = "select 1 from intake_item where job_id = ? and position = ?";
    private static final String FORGOTTEN = """
            update intake_item i set state = 'FAILED', reason = ?, detail = ?, parameters = null, capture_id = null
            where i.state = 'READY' and (?::uuid is null or i.job_id = ?::uuid) and not exists (select 1 from fetch_attempt f where f.id = i.capture_id)
            """;

    private final AgroalDataSource database;

    ItemStore(AgroalDataSource database) {
        this.database = database;
    }

    /** A row that somebody has begun, with what is needed to do it. */
    record Claimed(UUID id, UUID job, int attempts, PersonId askedBy, String authentication, ItemInput input) {}

    /** Puts rows in a list, in one batch. */
    void add(UUID job, int firstPosition, List<CheckedRow> rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            int position = firstPosition;
            for (CheckedRow row : rows) {
                bind(insert, job, position++, row);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Begins one row that waits, or whose node seems to be gone; for as long as the lease. */
    Optional<Claimed> claim(long leaseMillis) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setLong(1, leaseMillis);
            try (ResultSet row = claim.executeQuery()) {
                return row.next() ? Optional.of(claimed(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** @return false when somebody else has taken the row over, or it has an end already */
    boolean finish(Claimed item, Outcome outcome) {
        Trouble trouble = outcome.trouble();
        return change(FINISH, outcome.state().name(), outcome.article() == null ? null : outcome.article().value(),
                outcome.claim() == null ? null : outcome.claim().value(), outcome.capture(),
                trouble == null ? null : trouble.reason(), trouble == null ? null : trouble.detail(),
                trouble == null ? null : trouble.parameterLines(),
                outcome.isKept(), outcome.isKept(), outcome.claim() != null, item.id(), item.attempts()) == 1;
    }

    /** Puts a row back that could not be done for now. */
    void later(Claimed item, long millis) {
        change(LATER, millis, item.id(), item.attempts());
    }

    /** Ends the list if none of its rows waits any more; null: any list. */
    void endIfDone(@Nullable UUID job) {
        change(END, job, job);
    }

    /** Lets the rows that were looked at wait for their turn. */
    void begin(UUID job) {
        change(BEGIN, job);
    }

    void cancel(UUID job) {
        change("update intake_item set state = 'CANCELLED', lease_until = null where job_id = ? and state = 'WAITING'",
                job);
    }

    void resume(UUID job) {
        change("update intake_item set state = 'WAITING', attempts = 0 where job_id = ? and state = 'CANCELLED'", job);
    }

    /** Those that were refused by reading them would be refused again. */
    void retry(UUID job) {
        change("update intake_item set state = 'WAITING', attempts = 0, reason = null, detail = null, parameters = null "
                + "where job_id = ? and state = 'FAILED' and attempts > 0", job);
    }

    /** What was captured for a row was saved: the row is done. */
    void confirmed(DocumentTaken document) {
        change(CONFIRMED, (document.received().known() ? ItemState.KNOWN : ItemState.NEW).name(),
                document.received().id().value(), document.attempt().value());
    }

    /** @return false when the row is not in that state */
    boolean move(UUID job, int position, ItemState from, ItemState to) {
        return change(DECIDED, to.name(), job, position, from.name()) == 1;
    }

    /** What was captured and not looked at in time is kept no longer; such rows can be tried again. Null: of any list. */
    void forgotten(@Nullable UUID job) {
        Trouble why = Trouble.forgotten();
        change(FORGOTTEN, why.reason(), why.detail(), job, job);
    }

    boolean exists(UUID job, int position) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(EXISTS)) {
            select.setObject(1, job);
            select.setInt(2, position);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private int change(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void bind(PreparedStatement insert, UUID job, int position, CheckedRow row) throws SQLException {
        ItemInput input = row.input();
        Upload original = input.original();
        CheckNotes check = input.check();
        Trouble trouble = row.trouble();
        int column = 1;
        insert.setObject(column++, Ids.next());
        insert.setObject(column++, job);
        insert.setInt(column++, position);
        insert.setString(column++, row.state().name());
        insert.setString(column++, trouble == null ? null : trouble.reason());
        insert.setString(column++, trouble == null ? null : trouble.detail());
        insert.setString(column++, trouble == null ? null : trouble.parameterLines());
        insert.setObject(column++, row.article() == null ? null : row.article().value(), Types.OTHER);
        insert.setBytes(column++, original == null ? null : original.bytes());
        for (String value : new @Nullable String[]{input.url(), input.title(), input.byline(), input.outlet(),
                input.publishedOn(), input.language(), input.text(), original == null ? null : original.fileName(),
                check == null ? null : check.claim(), check == null ? null : check.tags(),
                check == null ? null : check.status(), check == null ? null : check.created(),
                check == null ? null : check.source(), check == null ? null : check.mediaType(),
                input.separate() ? "true" : null}) {
            insert.setString(column++, value);
        }
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        byte @Nullable [] original = row.getBytes("original");
        CheckNotes check = CheckNotes.orNone(row.getString("claim"), row.getString("tags"), row.getString("status"),
                row.getString("created"), row.getString("source"), row.getString("media_type"));
        ItemInput input = new ItemInput(row.getString("url"), row.getString("title"), row.getString("byline"),
                row.getString("outlet"), row.getString("published_on"), row.getString("language"),
                row.getString("text"), original == null ? null : new Upload(row.getString("file_name"), original),
                check, row.getBoolean("separate"));
        return new Claimed(row.getObject("id", UUID.class), row.getObject("job_id", UUID.class),
                row.getInt("attempts"), new PersonId(row.getObject("asked_by", UUID.class)),
                row.getString("authentication"), input);
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The lists cannot be read or written: " + e.getMessage(), e);
    }
}
