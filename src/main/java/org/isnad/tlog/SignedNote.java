package org.isnad.tlog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text with the signatures of one or more keys (C2SP signed-note). The text means nothing before {@link #verifiedBy} named a
 * key that is trusted.
 *
 * @param text
 *            ends with a newline; UTF-8 without control characters other than newlines
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** More than any log has witnesses; signed-note asks for at least 16. */
    private static final int MOST_SIGNATURES = 100;

    /**
     * @throws IllegalArgumentException
     *             when the text is not one that can be signed, or there are more than 100 signatures
     */
    public SignedNote {
        signatures = List.copyOf(signatures);
        Texts.requireNoteText(text);
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("The text of a note ends with a newline");
        }
        if (signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("A note with " + signatures.size() + " signatures; " + MOST_SIGNATURES
                    + " at most");
        }
    }

    /** A text with the signature of its author. */
    public static SignedNote of(String text, NoteSigner signer) {
        return new SignedNote(text, List.of()).with(signer.signature(text));
    }

    public SignedNote with(NoteSignature another) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.add(another);
        return new SignedNote(text, all);
    }

    /** The text, an empty line and the signature lines. */
    public String encoded() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    /**
     * @throws IllegalArgumentException
     *             when it is no note with at least one signature line
     */
    public static SignedNote parse(String encoded) {
        int end = encoded.lastIndexOf("\n\n");
        if (end < 0 || !encoded.endsWith("\n") || end + 2 == encoded.length()) {
            throw new IllegalArgumentException("A signed note is a text, an empty line and signature lines");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : encoded.substring(end + 2, encoded.length() - 1).split("\n", MOST_SIGNATURES + 2)) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(encoded.substring(0, end + 1), signatures);
    }

    /**
     * Which of these keys signed the text. Signatures by others are passed over, as signed-note demands.
     *
     * @return the names of the keys, empty when none of them signed
     * @throws VerificationException
     *             when a signature that says to be by one of the keys is not
     */
    public Set<String> verifiedBy(NoteVerifier... verifiers) {
        byte[] message = Texts.utf8(text);
        Set<String> names = new LinkedHashSet<>();
        for (NoteVerifier verifier : verifiers) {
            for (NoteSignature signature : signatures) {
                if (signature.claimsToBeBy(verifier)) {
                    if (!verifier.verify(message, signature.bytes())) {
                        throw new VerificationException("The signature by " + signature + " does not fit the text");
                    }
                    names.add(verifier.name());
                }
            }
        }
        return names;
    }
}
