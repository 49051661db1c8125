package org.isnad.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.CosignatureSigner;
import org.isnad.tlog.Hash;
import org.isnad.tlog.NoteVerifier;
import org.isnad.tlog.Proofs;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.VerificationException;

/**
 * Cosigns checkpoints of the logs it knows as long as each continues the one before it: {@code add-checkpoint} of C2SP tlog-witness.
 * A log is known by its origin, which is its keys' name.
 */
final class Witness {
    private static final String OLD = "old ";
    private static final int MOST_HASHES = 63;

    private final Map<String, List<NoteVerifier>> logs;
    private final WitnessState state;
    private final CosignatureSigner signer;

    /** An answer as HTTP knows it. */
    record Answer(int status, String type, String body) {
        static Answer text(int status, String body) {
            return new Answer(status, "text/plain; charset=utf-8", body + "\n");
        }
    }

    private record Request(long oldSize, List<Hash> proof, SignedNote note, Checkpoint checkpoint) {
        static Request parse(String body) {
            int end = body.indexOf("\n\n");
            if (end < 0) {
                throw new IllegalArgumentException("no empty line before the checkpoint");
            }
            List<String> lines = List.of(body.substring(0, end).split("\n", -1));
            if (!lines.get(0).startsWith(OLD)) {
                throw new IllegalArgumentException("no old size in the first line");
            }
            if (lines.size() > 1 + MOST_HASHES) {
                throw new IllegalArgumentException("more than " + MOST_HASHES + " hashes");
            }
            SignedNote note = SignedNote.parse(body.substring(end + 2));
            return new Request(Bytes.number(lines.get(0).substring(OLD.length())),
                    lines.subList(1, lines.size()).stream().map(Hash::parse).toList(), note,
                    Checkpoint.parse(note.text()));
        }
    }

    Witness(List<NoteVerifier> logKeys, WitnessState state, CosignatureSigner signer) {
        this.logs = logKeys.stream().collect(Collectors.groupingBy(NoteVerifier::name));
        this.state = state;
        this.signer = signer;
        logs.keySet().forEach(state::load);
    }

    /**
     * One at a time, since a checkpoint is compared with the last one and then takes its place.
     *
     * @throws IOException
     *             when the checkpoint could not be kept; then nothing is cosigned
     */
    synchronized Answer add(String body) throws IOException {
        Request request;
        try {
            request = Request.parse(body);
        } catch (IllegalArgumentException e) {
            return Answer.text(400, Bytes.reason(e));
        }
        Checkpoint checkpoint = request.checkpoint;
        List<NoteVerifier> keys = logs.get(checkpoint.origin());
        if (keys == null) {
            return Answer.text(404, "This witness does not know the log " + checkpoint.origin());
        }
        if (!isSigned(request.note, keys)) {
            return Answer.text(403, "The checkpoint is not signed by a key of the log");
        }
        if (request.oldSize > checkpoint.size()) {
            return Answer.text(400, "The old size is larger than the checkpoint's");
        }
        Optional<Checkpoint> latest = state.latest(checkpoint.origin()).map(note -> Checkpoint.parse(note.text()));
        long latestSize = latest.map(Checkpoint::size).orElse(0L);
        Hash latestRoot = latest.map(Checkpoint::root).orElse(Hash.EMPTY);
        boolean fork = latestSize == checkpoint.size() && !latestRoot.equals(checkpoint.root());
        if (request.oldSize != latestSize || fork) {
            return new Answer(409, "text/x.tlog.size", latestSize + "\n");
        }
        try {
            Proofs.checkConsistency(latestSize, latestRoot, checkpoint.size(), checkpoint.root(), request.proof);
        } catch (VerificationException e) {
            return Answer.text(422, Bytes.reason(e));
        }
        state.store(checkpoint.origin(), request.note);
        return Answer.text(200, signer.signature(request.note.text()).line().stripTrailing());
    }

    private static boolean isSigned(SignedNote note, List<NoteVerifier> keys) {
        try {
            return !note.verifiedBy(keys.toArray(NoteVerifier[]::new)).isEmpty();
        } catch (VerificationException e) {
            return false;
        }
    }

    /** What it is, for whoever opens its address. */
    synchronized String description() {
        List<String> lines = new ArrayList<>(List.of(
                "A witness for transparency logs (https://c2sp.org/tlog-witness): POST checkpoints to add-checkpoint.",
                "It cosigns a checkpoint only if it continues the last one it saw of that log.",
                "key " + signer.verifierKey()));
        logs.keySet().stream().sorted()
                .forEach(origin -> lines.add("log " + origin + " size " + state.latest(origin)
                        .map(note -> String.valueOf(Checkpoint.parse(note.text()).size())).orElse("-")));
        return String.join("\n", lines);
    }
}
