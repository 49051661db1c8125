package org.isnad.article;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** What a document seems to say, before a person has looked: every field but the text may be unknown, none is invented. */
record Reading(@Nullable String title, @Nullable String byline, @Nullable String outlet,
        @Nullable LocalDate publishedOn,
        @Nullable String url, String language, String text) {}
