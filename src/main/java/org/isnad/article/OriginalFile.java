package org.isnad.article;

import org.jspecify.annotations.Nullable;

/** The original bytes of a capture. They come from elsewhere: hand them out as a download only, never to be shown as a page. */
public record OriginalFile(byte[] bytes, String mediaType, @Nullable String fileName, String sha256) {}
