package org.isnad.article;

import org.jspecify.annotations.Nullable;

/**
 * Bytes as they came, with the name they came under. The name is data to show: it is never a path, and says nothing about what
 * the bytes are.
 */
public record Upload(@Nullable String fileName, byte[] bytes) {}
