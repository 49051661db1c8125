package org.isnad.platform.outbound;

import java.util.Arrays;

/** Cuts off what came before the answer proper, such as {@code 103 Early Hints}: readers of captures take the first head for it. */
final class InterimAnswers {
    private InterimAnswers() {}

    /**
     * @param count
     *            how many interim answers came; each ends with an empty line (RFC 9110, 15.2)
     */
    static byte[] without(int count, byte[] received) {
        int from = 0;
        for (int i = 0; i < count; i++) {
            from = afterEmptyLine(received, from);
        }
        return from == 0 ? received : Arrays.copyOfRange(received, from, received.length);
    }

    private static int afterEmptyLine(byte[] bytes, int from) {
        boolean empty = false;
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n' && empty) {
                return i + 1;
            }
            empty = bytes[i] == '\n' || empty && bytes[i] == '\r';
        }
        return bytes.length;
    }
}
