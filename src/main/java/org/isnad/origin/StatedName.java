package org.isnad.origin;

/** A name as an article states it. */
public record StatedName(OriginKind kind, String text) {}
