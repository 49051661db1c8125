package org.isnad.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The keys with which a log signed its checkpoints, one after the other. Each but the first is vouched for by the one before it,
 * so that whoever trusts one key can trust those after it; and each is good only for the sizes up to which it was in use, so
 * that an old key that was lost cannot sign what comes later.
 * <p>
 * As a text: the first key's line, then for each further key an empty line and the signed note (C2SP signed-note) with which the
 * key before it vouches for it:
 *
 * <pre>
 * isnad key succession/1
 * origin ORIGIN
 * next VKEY
 * from-size N
 * </pre>
 */
public final class KeyHistory {
    private static final String HEADER = "isnad key succession/1\n";

    private final NoteVerifier first;
    private final List<Succession> successions;

    private KeyHistory(NoteVerifier first, List<Succession> successions) {
        this.first = first;
        this.successions = List.copyOf(successions);
    }

    /** A log's first key. */
    public static KeyHistory startingWith(String verifierKey) {
        return new KeyHistory(NoteVerifier.of(verifierKey), List.of());
    }

    /**
     * The latest key hands over to another.
     *
     * @param origin
     *            the log's, the same in the whole history
     * @param fromSize
     *            the size of the last tree that the old key signs; the new key signs it again and all after it
     * @param latest
     *            the key that is in use until now
     * @throws IllegalArgumentException
     *             when it is not that key, or the size is smaller than at the last succession
     * @throws VerificationException
     *             when the origin is another one
     */
    public KeyHistory succeededBy(String origin, String nextVerifierKey, long fromSize, NoteSigner latest) {
        if (!latest.verifierKey().equals(latest())) {
            throw new IllegalArgumentException("Only the latest key, " + latest() + ", can vouch for another");
        }
        String text = HEADER + "origin " + origin + "\nnext " + nextVerifierKey + "\nfrom-size " + fromSize + "\n";
        return with(Succession.parse(SignedNote.of(text, latest)));
    }

    /** The keys as text, the newest last. */
    public List<String> keys() {
        return IntStream.range(0, count()).mapToObj(i -> verifier(i).verifierKey()).toList();
    }

    /** The key that signs now. */
    public String latest() {
        return verifier(count() - 1).verifierKey();
    }

    public String encoded() {
        StringBuilder text = new StringBuilder(first.verifierKey()).append('\n');
        successions.forEach(succession -> text.append('\n').append(succession.note.encoded()));
        return text.toString();
    }

    /**
     * @throws IllegalArgumentException
     *             when it is no such text
     * @throws VerificationException
     *             when a key is not vouched for by the one before it
     */
    public static KeyHistory parse(String encoded) {
        // Empty lines stand between the blocks: key, text and signatures, text and signatures, …
        String[] blocks = encoded.split("\n\n", -1);
        if (blocks.length % 2 == 0 || !encoded.endsWith("\n")) {
            throw new IllegalArgumentException("A key history is a key and a signed note for each further key");
        }
        String key = blocks.length == 1 ? blocks[0].substring(0, blocks[0].length() - 1) : blocks[0];
        KeyHistory history = startingWith(key);
        for (int i = 1; i < blocks.length; i += 2) {
            String end = i + 2 == blocks.length ? "" : "\n";
            history = history.with(Succession.parse(SignedNote.parse(blocks[i] + "\n\n" + blocks[i + 1] + end)));
        }
        if (!history.encoded().equals(encoded)) {
            throw new IllegalArgumentException("Not the one spelling of a key history");
        }
        return history;
    }

    /**
     * Whom a person may trust who holds one of the keys: that key and all later ones.
     *
     * @throws VerificationException
     *             when the key is not in this history
     */
    public List<NoteVerifier> verifiersTrusting(String heldKey) {
        return IntStream.range(position(heldKey), count()).mapToObj(this::verifier).toList();
    }

    /**
     * The checkpoint in the note, once it is sure that a key signed it which a person who holds {@code heldKey} may trust, and
     * which was in use at that size.
     *
     * @throws VerificationException
     *             when there is no such signature, or the checkpoint is another log's than the history
     * @throws IllegalArgumentException
     *             when the note is no checkpoint
     */
    public Checkpoint verify(SignedNote note, String heldKey) {
        Set<String> known = note.verifiedBy(verifiersTrusting(heldKey).toArray(NoteVerifier[]::new));
        if (known.isEmpty()) {
            throw new VerificationException("No key that can be trusted has signed the checkpoint");
        }
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        for (Succession succession : successions) {
            requireOrigin(succession.origin, checkpoint.origin());
        }
        for (int i = position(heldKey); i < count(); i++) {
            if (inUse(i, checkpoint.size()) && !note.verifiedBy(verifier(i)).isEmpty()) {
                return checkpoint;
            }
        }
        throw new VerificationException(
                "The checkpoint of size " + checkpoint.size() + " is signed by a key that was not in use at that size");
    }

    private boolean inUse(int position, long size) {
        boolean begun = position == 0 || successions.get(position - 1).fromSize <= size;
        boolean ended = position < successions.size() && successions.get(position).fromSize < size;
        return begun && !ended;
    }

    private KeyHistory with(Succession next) {
        if (next.note.verifiedBy(verifier(count() - 1)).isEmpty()) {
            throw new VerificationException("The key " + next.verifier.verifierKey()
                    + " is not vouched for by the key before it, " + latest());
        }
        if (keys().contains(next.verifier.verifierKey())) {
            throw new IllegalArgumentException("The key " + next.verifier.verifierKey() + " comes twice");
        }
        if (!successions.isEmpty()) {
            Succession last = successions.get(successions.size() - 1);
            requireOrigin(last.origin, next.origin);
            if (next.fromSize < last.fromSize) {
                throw new IllegalArgumentException("The sizes from which keys are in use do not fall: " + next.fromSize
                        + " after " + last.fromSize);
            }
        }
        List<Succession> all = new ArrayList<>(successions);
        all.add(next);
        return new KeyHistory(first, all);
    }

    private static void requireOrigin(String expected, String origin) {
        if (!origin.equals(expected)) {
            throw new VerificationException("The keys are those of the log " + expected + ", not of " + origin);
        }
    }

    private int count() {
        return successions.size() + 1;
    }

    private NoteVerifier verifier(int position) {
        return position == 0 ? first : successions.get(position - 1).verifier;
    }

    private int position(String key) {
        int position = keys().indexOf(key);
        if (position < 0) {
            throw new VerificationException("The key " + Texts.shown(key) + " is not among the log's keys");
        }
        return position;
    }

    private record Succession(SignedNote note, String origin, NoteVerifier verifier, long fromSize) {
        static Succession parse(SignedNote note) {
            List<String> lines = note.text().lines().toList();
            if (lines.size() != 4 || !(lines.get(0) + "\n").equals(HEADER)) {
                throw new IllegalArgumentException("Not the succession of a key: " + Texts.shown(note.text()));
            }
            return new Succession(note, value(lines.get(1), "origin "), NoteVerifier.of(value(lines.get(2), "next ")),
                    Texts.decimal(value(lines.get(3), "from-size "), "The size from which a key is in use"));
        }

        private static String value(String line, String name) {
            if (!line.startsWith(name) || line.length() == name.length()) {
                throw new IllegalArgumentException("The succession of a key lacks its " + name.strip());
            }
            return line.substring(name.length());
        }
    }
}
