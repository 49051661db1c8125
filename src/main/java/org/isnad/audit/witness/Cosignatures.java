package org.isnad.audit.witness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.isnad.audit.log.Confirmations;
import org.isnad.audit.log.LogSettings;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.NoteSignature;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.VerificationException;

/** What the log's witnesses signed of a checkpoint, for those who read it. */
@ApplicationScoped
public class Cosignatures implements Confirmations {
    private final List<LogWitness> witnesses;

    Cosignatures(LogSettings settings) {
        this.witnesses = LogWitness.all(settings).stream().filter(witness -> witness.key().isPresent()).toList();
    }

    /** {@inheritDoc} The witnesses are those of the settings. */
    @Override
    public SignedNote addedTo(SignedNote note, Connection connection) throws SQLException {
        return witnesses.isEmpty()
                ? note
                : addedTo(note, new LogWitnessed(connection).lines(Checkpoint.parse(note.text()).size()));
    }

    /** As above, with lines that were read before, by the names of witnesses. */
    SignedNote addedTo(SignedNote note, Map<String, String> lines) {
        SignedNote cosigned = note;
        for (LogWitness witness : witnesses) {
            String line = lines.get(witness.name());
            if (line != null && isBy(witness, line, note)) {
                cosigned = cosigned.with(NoteSignature.parse(line));
            }
        }
        return cosigned;
    }

    /** Whether the witness of this name confirmed the checkpoint by this line. Whatever else is written down only says where a copy went. */
    public boolean confirms(String name, String line, String note) {
        try {
            SignedNote signed = SignedNote.parse(note);
            return witnesses.stream().anyMatch(witness -> witness.name().equals(name) && isBy(witness, line, signed));
        } catch (IllegalArgumentException e) {
            return false;
        }
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
