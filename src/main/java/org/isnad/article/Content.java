package org.isnad.article;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** What a capture says, checked: title, language and text are there and everything fits. */
record Content(String title, @Nullable String byline, @Nullable String outlet, @Nullable LocalDate publishedOn,
        String language, String text) {}
