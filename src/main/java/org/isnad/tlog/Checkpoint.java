package org.isnad.tlog;

import java.util.List;

/**
 * What a log says of itself at one moment (C2SP tlog-checkpoint); worth something once it is signed, see {@link SignedNote}.
 *
 * @param origin
 *            names the log, such as {@code desk.example/log}
 * @param size
 *            the number of leaves
 * @param root
 *            the Merkle tree hash over them
 * @param extensions
 *            further lines, usually none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    /**
     * @throws IllegalArgumentException
     *             when a line is empty or has a control character, the size is negative, or an empty tree has another root
     */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        requireLine(origin, "origin");
        extensions.forEach(extension -> requireLine(extension, "extension"));
        if (size < 0) {
            throw new IllegalArgumentException("A checkpoint's size is not negative: " + size);
        }
        if (size == 0 && !root.equals(Hash.EMPTY)) {
            throw new IllegalArgumentException("The root of a checkpoint of size 0 must be " + Hash.EMPTY);
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** The text to sign, with a newline after each line. */
    public String text() {
        String text = origin + "\n" + size + "\n" + root.base64() + "\n";
        return extensions.isEmpty() ? text : text + String.join("\n", extensions) + "\n";
    }

    /**
     * @param text
     *            of a signed note, without its signatures
     * @throws IllegalArgumentException
     *             when it is no checkpoint, or spelled as {@link #text} does not spell it
     */
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3) {
            throw new IllegalArgumentException("A checkpoint has at least three lines: origin, size and root hash");
        }
        Checkpoint checkpoint = new Checkpoint(lines.get(0), Texts.decimal(lines.get(1), "A checkpoint's size"),
                Hash.parse(lines.get(2)), lines.subList(3, lines.size()));
        if (!checkpoint.text().equals(text)) {
            throw new IllegalArgumentException("A checkpoint's lines each end with one newline");
        }
        return checkpoint;
    }

    private static void requireLine(String line, String what) {
        if (line.isEmpty() || line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A checkpoint's " + what + " is one line and not empty");
        }
        Texts.requireNoteText(line);
    }
}
