package org.isnad.article.formats;

import java.io.IOException;

/** A document is larger than is read, or would unpack to more. */
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
}
