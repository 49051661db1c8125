package org.isnad.audit.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

import org.isnad.audit.log.Snapshot;
import org.isnad.audit.log.TransparencyLog;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Problem;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.SignedNote;

/**
 * A claim's whole history with the proofs that each step is in the log, as one ZIP that can be checked without the desk.
 * docs/audit.md describes the files.
 */
@ApplicationScoped
public class VerdictBundle {
    private static final String README = """
            The history of one claim, with proofs that each step is in the desk's log.

            history.html is for reading; it is not proven. What is proven are the files in events/: NNNNN.json says what happened and commits
            to each value, NNNNN.values are those values, NNNNN.opening and NNNNN.proof lead from the step to the signed checkpoint.
            The key to check it with must come from somewhere else than from this file: ask the newsroom, or take the one you kept.
            docs/audit.md of Isnad describes the bytes. The bundle reaches up to its checkpoint; later steps may exist.

            سجل ادعاء واحد كاملًا، مع براهين على أن كل خطوة فيه مثبتة في سجل المكتب. الملف history.html للقراءة فقط وليس مبرهنًا؛
            المبرهن هو ما في المجلد events. خذ مفتاح التحقق من مصدر آخر غير هذا الملف.
            """;

    private final AgroalDataSource database;
    private final TransparencyLog log;

    VerdictBundle(AgroalDataSource database, TransparencyLog log) {
        this.database = database;
        this.log = log;
    }

    /**
     * The bundle, as one snapshot of the database has it.
     *
     * @param readable
     *            the history as a page for people
     * @throws Problem.NotFound
     *             for whoever may not read every history, while nothing was signed yet or an erasure is not under a checkpoint yet, and
     *             where this node has no keys
     */
    public byte[] of(UUID claim, String readable, Actor actor) {
        SignedNote note = mayBeMade(actor);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Snapshot snapshot = Snapshot.of(database); ZipOutputStream zip = new ZipOutputStream(bytes)) {
            UntoldErasures.mustNotBe(Checkpoint.parse(note.text()).size(), claim, snapshot.connection());
            BundleWriter bundle = new BundleWriter(zip, snapshot.connection(), note);
            bundle.write("isnad-bundle/1", claim, "", field -> true, keys().encoded(), README);
            bundle.add("history.html", readable);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The bundle of claim " + claim + " cannot be made: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    /** Asked before the reading is recorded. */
    public SignedNote mayBeMade(Actor actor) {
        if (!actor.isAny(Role.AUDITOR, Role.SENIOR_EDITOR)) {
            throw new Problem.NotFound("claim");
        }
        keys();
        return log.checkpoint().orElseThrow(() -> new Problem.NotFound("log"));
    }

    private KeyHistory keys() {
        return log.keys().orElseThrow(() -> new Problem.NotFound("log"));
    }
}
