package org.isnad.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A language in which a report can be read. */
enum Language {
    EN, AR;

    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");
    // First strong isolate and its end, so that names and numbers keep their order inside Arabic.
    private static final String ISOLATED = "\u2068%s\u2069";

    private final Properties texts = new Properties();

    Language() {
        String file = "report_" + code() + ".properties";
        try (InputStream in = Objects.requireNonNull(Language.class.getResourceAsStream(file), file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Language of(Locale locale) {
        return locale.getLanguage().equals("ar") ? AR : EN;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sentence with its details in their places. */
    String text(Say what, List<Object> details) {
        String pattern = Objects.requireNonNull(texts.getProperty(what.key()), what.key());
        return PLACE.matcher(pattern).replaceAll(place -> {
            String detail = String.valueOf(details.get(Integer.parseInt(place.group(1))));
            return Matcher.quoteReplacement(this == AR ? ISOLATED.formatted(detail) : detail);
        });
    }
}
