package org.isnad.article.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;

import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.isnad.article.Upload;
import org.isnad.kernel.Problem;

/** Reads what multipart forms carry. */
final class Uploads {
    private Uploads() {}

    static Upload of(FileUpload file) {
        try {
            return new Upload(file.fileName(), Files.readAllBytes(file.uploadedFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file cannot be read", e);
        }
    }

    /** The day in ISO 8601, which is what a date field sends; null for nothing. */
    static @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Problem.Invalid(field, "not-a-date");
        }
    }
}
