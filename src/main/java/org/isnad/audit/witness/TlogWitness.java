package org.isnad.audit.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Hash;
import org.isnad.tlog.NoteSignature;
import org.isnad.tlog.NoteVerifier;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.Tree;
import org.isnad.tlog.VerificationException;

/** A witness that cosigns checkpoints: {@code add-checkpoint} of C2SP tlog-witness. It is believed only as far as its key signs. */
final class TlogWitness implements WitnessTarget {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int UNKNOWN = 404;
    private static final int CONFLICT = 409;
    private static final int NOT_CONSISTENT = 422;
    private static final int SHOWN = 200;

    private final NoteVerifier key;
    private final Transport transport;

    /**
     * What the witness answered.
     *
     * @param location
     *            where it would rather be asked; empty when it does not say
     */
    record Answer(int status, byte[] body, String location) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Carries a request to {@code add-checkpoint}. */
    interface Transport {
        Answer post(String body) throws IOException;
    }

    TlogWitness(NoteVerifier key, Transport transport) {
        this.key = key;
        this.transport = transport;
    }

    @Override
    public String push(Handover handover) throws IOException, Refused {
        long size = handover.checkpoint().size();
        long old = handover.known();
        Answer answer = ask(old, handover);
        if (answer.status == CONFLICT) {
            // What the desk knows of the witness is old: a crash, a restored database, or a witness set up anew.
            old = known(answer);
            if (old > size) {
                throw new Refused("it has cosigned a tree of " + old + " events, and the desk's newest has " + size);
            }
            answer = ask(old, handover);
            if (answer.status == CONFLICT && old == size && known(answer) == size) {
                throw new Refused("it has cosigned another tree of " + size + " events");
            }
        }
        if (answer.status == NOT_CONSISTENT) {
            throw new Refused("the tree of " + old + " events that it has cosigned is not the beginning of the desk's: "
                    + shown(answer.text()));
        }
        if (answer.status != OK) {
            throw new IOException(explained(answer, handover.checkpoint()));
        }
        return cosignature(answer, handover.note());
    }

    private Answer ask(long old, Handover handover) throws IOException {
        List<Hash> proof = new Tree(handover.checkpoint().size(), handover.hashes()).consistency(old);
        return transport.post(request(old, proof, handover.note()));
    }

    static String request(long old, List<Hash> proof, SignedNote note) {
        StringBuilder request = new StringBuilder("old ").append(old).append('\n');
        proof.forEach(hash -> request.append(hash.base64()).append('\n'));
        return request.append('\n').append(note.encoded()).toString();
    }

    private static long known(Answer answer) throws IOException {
        String text = answer.text();
        if (!text.matches("(0|[1-9][0-9]{0,17})\n?")) {
            throw new IOException("it answered 409 without the size that it knows: " + shown(text));
        }
        return Long.parseLong(text.strip());
    }

    private String cosignature(Answer answer, SignedNote note) throws IOException {
        try {
            for (String line : answer.text().lines().toList()) {
                NoteSignature signature = NoteSignature.parse(line);
                if (!new SignedNote(note.text(), List.of(signature)).verifiedBy(key).isEmpty()) {
                    return line;
                }
            }
        } catch (IllegalArgumentException | VerificationException e) {
            throw new IOException("its answer is not kept: " + e.getMessage(), e);
        }
        throw new IOException("its answer is not signed by " + key.verifierKey() + ". Is that still its key?");
    }

    private static String explained(Answer answer, Checkpoint checkpoint) {
        return switch (answer.status) {
            case FORBIDDEN -> "it does not know the key that signs this log now (403). Give its operator what log key"
                    + " prints";
            case UNKNOWN ->
                "it does not know the log " + checkpoint.origin() + ", or there is no witness at this address"
                        + " (404). Ask its operator to add the log, or correct the address";
            case CONFLICT -> "it answered 409 twice. Does somebody else push to it?";
            default -> answer.status / 100 == 3
                    ? "it redirects (" + answer.status + "), which is not followed. Is it now at "
                            + shown(answer.location) + "?"
                    : "it answered " + answer.status + ": " + shown(answer.text());
        };
    }

    /** A stranger's words in a message: one short line. */
    private static String shown(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
        return '"' + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…") + '"';
    }
}
