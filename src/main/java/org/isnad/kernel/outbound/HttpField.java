package org.isnad.kernel.outbound;

/**
 * A header field as it came.
 *
 * @param name
 *            in the sender's own spelling; case does not matter
 * @param value
 *            each character is one byte of the wire (ISO 8859-1), whatever the sender meant by it
 */
public record HttpField(String name, String value) {
    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
