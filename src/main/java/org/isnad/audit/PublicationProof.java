package org.isnad.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

import org.isnad.kernel.Problem;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.SignedNote;

/**
 * Proves to any reader that what a public page says is what was published, when, and that no edition of it was changed, as one ZIP
 * that can be checked without the desk. It opens what is public and nothing else. docs/audit.md describes the files.
 */
@ApplicationScoped
public class PublicationProof {
    /** The fields of the steps below that the public page shows. */
    private static final Set<String> PUBLIC = Set.of("publication", "edition", "slug", "note", "published");
    private static final String ACTIONS = "('VERDICT_PUBLISHED', 'CORRECTION_OPENED', 'CORRECTION_PUBLISHED', 'VERDICT_RETRACTED')";
    private static final String PUBLIC_EVENTS = """
            and (e.action in %1$s
                 or e.action = 'ERASED' and exists (
                    select 1 from audit_event p where p.aggregate_type = e.aggregate_type and p.aggregate_id = e.aggregate_id
                      and p.action in %1$s and e.part = 'event/' || p.aggregate_version))
            """
            .formatted(ACTIONS);
    private static final String CLAIM = """
            select u.claim_id from publication u where u.slug = ? and exists (
                select 1 from audit_event e join log_leaf l on l.event_id = e.id
                where e.aggregate_type = 'CLAIM' and e.aggregate_id = u.claim_id and l.index < ? and e.action in %s)
            """.formatted(ACTIONS);
    private static final String README = """
            What was published at this page, with proofs that it is in the newsroom's log and was not changed since.

            Proven are the files in events/: NNNNN.json says what happened and commits to each value; NNNNN.values are those values that are
            public ("withheld" stands for the others), NNNNN.opening and NNNNN.proof lead from the step to the signed checkpoint.
            The field "published" is the page's whole text. Check it: java -jar isnad-verify.jar bundle FILE.zip --key KEY
            The key must come from somewhere else than from this file: ask the newsroom, or take the one you kept.

            ما نُشر في هذه الصفحة، مع براهين على أنه مثبت في سجل غرفة الأخبار ولم يُغيّر منذ نشره. المبرهن هو ما في المجلد events؛
            والحقل published نص الصفحة كاملًا. خذ مفتاح التحقق من مصدر آخر غير هذا الملف.
            """;

    private final AgroalDataSource database;
    private final TransparencyLog log;

    PublicationProof(AgroalDataSource database, TransparencyLog log) {
        this.database = database;
        this.log = log;
    }

    /**
     * What can be proven of a page now.
     *
     * @param note
     *            the checkpoint that all proofs lead to
     */
    public record Provable(UUID claim, SignedNote note) {}

    /**
     * Asked before anything is sent, so that a refusal is an answer and not half a file.
     *
     * @throws Problem.NotFound
     *             when there is no such page, and in the second or two until its publication is under a checkpoint
     */
    public Provable find(String slug) {
        SignedNote note = log.checkpoint().orElseThrow(() -> new Problem.NotFound("log"));
        keys();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(CLAIM)) {
            query.setString(1, slug);
            query.setLong(2, Checkpoint.parse(note.text()).size());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new Problem.NotFound("fact check");
                }
                return new Provable(row.getObject(1, UUID.class), note);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public void write(Provable page, OutputStream out) throws IOException {
        try (Connection connection = database.getConnection(); ZipOutputStream zip = new ZipOutputStream(out)) {
            new BundleWriter(zip, connection, page.note()).write("isnad-publication/1", page.claim(), PUBLIC_EVENTS,
                    PUBLIC::contains, keys().encoded(), README);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private KeyHistory keys() {
        return log.keys().orElseThrow(() -> new Problem.NotFound("log"));
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The proof of a publication cannot be made: " + e.getMessage(), e);
    }
}
