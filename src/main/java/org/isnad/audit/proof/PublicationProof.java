package org.isnad.audit.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

import org.isnad.audit.log.Snapshot;
import org.isnad.audit.log.TransparencyLog;
import org.isnad.kernel.Problem;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.SignedNote;

/**
 * Proves to any reader that the words of a public page are what was published, when, and that no edition of it was changed, as one ZIP
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
            The field "published" has the page's words, rating and evidence. Further editions may exist: the page itself says so.
            Check it: java -jar isnad-verify.jar bundle FILE.zip --key KEY
            The key must come from somewhere else than from this file: ask the newsroom, or take the one you kept.

            ما نُشر في هذه الصفحة، مع براهين على أنه مثبت في سجل غرفة الأخبار ولم يُغيّر منذ نشره. المبرهن هو ما في المجلد events؛
            والحقل published فيه نص الصفحة وتقييمها وأدلتها، وقد تكون لها طبعات أخرى تذكرها الصفحة نفسها. خذ مفتاح التحقق من مصدر آخر غير هذا الملف.
            """;

    private final AgroalDataSource database;
    private final TransparencyLog log;

    PublicationProof(AgroalDataSource database, TransparencyLog log) {
        this.database = database;
        this.log = log;
    }

    /**
     * The proof of a page, as one snapshot of the database has it.
     *
     * @throws Problem.NotFound
     *             when there is no such page, and in the second or two until its publication, or an erasure in it, is under a checkpoint
     */
    public byte[] of(String slug) {
        SignedNote note = log.checkpoint().orElseThrow(() -> new Problem.NotFound("log"));
        String keys = log.keys().orElseThrow(() -> new Problem.NotFound("log")).encoded();
        long size = Checkpoint.parse(note.text()).size();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Snapshot snapshot = Snapshot.of(database); ZipOutputStream zip = new ZipOutputStream(bytes)) {
            UUID claim = claim(slug, size, snapshot.connection());
            UntoldErasures.mustNotBe(size, claim, snapshot.connection());
            new BundleWriter(zip, snapshot.connection(), note).write("isnad-publication/1", claim, PUBLIC_EVENTS,
                    PUBLIC::contains, keys, README);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The proof of a publication cannot be made: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    private static UUID claim(String slug, long size, Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(CLAIM)) {
            query.setString(1, slug);
            query.setLong(2, size);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new Problem.NotFound("fact check");
                }
                return row.getObject(1, UUID.class);
            }
        }
    }
}
