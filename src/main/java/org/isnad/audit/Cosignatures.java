package org.isnad.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.NoteSignature;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.VerificationException;

/** What the log's witnesses signed of a checkpoint, for those who read it. */
@ApplicationScoped
class Cosignatures {
    private final List<LogWitness> witnesses;

    Cosignatures(LogSettings settings) {
        this.witnesses = LogWitness.all(settings).stream().filter(witness -> witness.key().isPresent()).toList();
    }

    /** The same checkpoint with the cosignatures that belong to exactly it, as witnesses of the settings gave them. */
    SignedNote addedTo(SignedNote note, Connection connection) throws SQLException {
        if (witnesses.isEmpty()) {
            return note;
        }
        Map<String, String> lines = new LogWitnessed(connection).lines(Checkpoint.parse(note.text()).size());
        SignedNote cosigned = note;
        for (LogWitness witness : witnesses) {
            String line = lines.get(witness.name());
            if (line != null && isBy(witness, line, note)) {
                cosigned = cosigned.with(NoteSignature.parse(line));
            }
        }
        return cosigned;
    }

    /** Not a line of another tree, of a witness that has another key now, or of one that was a folder then. */
    private static boolean isBy(LogWitness witness, String line, SignedNote note) {
        try {
            SignedNote alone = new SignedNote(note.text(), List.of(NoteSignature.parse(line)));
            return !alone.verifiedBy(witness.key().orElseThrow()).isEmpty();
        } catch (IllegalArgumentException | VerificationException e) {
            return false;
        }
    }
}
