package org.isnad.tlog;

/** A private key that signs notes (C2SP signed-note): the one place where a signature algorithm is chosen. */
public interface NoteSigner {
    String name();

    /** The first four bytes of SHA-256(name ‖ newline ‖ algorithm ‖ public key), big-endian. */
    int keyId();

    /** The public key as text, for those who verify. */
    String verifierKey();

    /**
     * @param message
     *            the UTF-8 of a note's text
     * @return the signature, without the key id
     */
    byte[] sign(byte[] message);

    /** The signature line's content for a note's text. */
    default NoteSignature signature(String text) {
        return new NoteSignature(name(), keyId(), sign(Texts.utf8(text)));
    }
}
