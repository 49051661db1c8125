package org.isnad.article.extraction;

/** Something that a document says about its article, and where it says so. */
record Fact<T>(T value, Where where) {}
