package org.isnad.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import org.isnad.article.CodePoints;
import org.isnad.intake.ItemInput.CheckNotes;

/**
 * The table that those get who leave Meedan Check: one item in each row, with its title, description, time, tags, status, source, and
 * the type and data of what was checked. A link becomes an article that is fetched; a text an article with that text, with its claim.
 * Tags, status and source are shown in the report only.
 */
final class CheckTable {
    private enum Field {
        TITLE,
        CLAIM,
        DESCRIPTION,
        CREATED,
        TAGS,
        STATUS,
        SOURCE,
        MEDIA_TYPE,
        DATA
    }

    private static final Map<Field, Set<String>> NAMES = Map.of(
            Field.TITLE, names("title", "item title", "media title"),
            Field.CLAIM, names("claim", "claim title"),
            Field.DESCRIPTION, names("description", "item description", "claim description", "claim context"),
            Field.CREATED, names("created", "created at", "submitted at", "date created"),
            Field.TAGS, names("tags", "tag"),
            Field.STATUS, names("status", "item status", "verification status", "rating"),
            Field.SOURCE, names("source", "source name"),
            Field.MEDIA_TYPE, names("media type", "type", "item type"),
            Field.DATA, names("media data", "data", "media", "media type/data", "content", "media content", "media url",
                    "link", "url", "social media url"));
    private static final Pattern LINK = Pattern.compile("(?i)\\s*https?://\\S+\\s*");
    /** Check's own words for what is no text: UploadedImage, UploadedVideo, UploadedAudio. */
    private static final Pattern NO_TEXT = Pattern.compile("(?i).*(image|video|audio|picture|photo).*");
    private static final int LONGEST_TITLE = 500;
    private static final int SHORT_TITLE = 200;

    private final Head<Field> head;

    CheckTable(List<String> names) {
        head = new Head<>(names, NAMES);
    }

    /** Status and tags beside something to check, and nothing that only a table of articles has. */
    static boolean isHead(List<String> names) {
        Head<Field> head = new Head<>(names, NAMES);
        boolean item = head.has(Field.TITLE) || head.has(Field.CLAIM);
        boolean matter = head.has(Field.DATA) || head.has(Field.DESCRIPTION) || head.has(Field.MEDIA_TYPE);
        boolean articles = names.stream().map(Head::plain).anyMatch(Set.of("text", "byline", "outlet")::contains);
        return item && matter && !articles && head.has(Field.STATUS) && head.has(Field.TAGS);
    }

    IntakeRow row(CSVRecord row) {
        String title = head.cell(row, Field.TITLE);
        String description = head.cell(row, Field.DESCRIPTION);
        String mediaType = head.cell(row, Field.MEDIA_TYPE);
        String data = first(head.cell(row, Field.DATA), isLink(description) ? description : null);
        CheckNotes notes = new CheckNotes(first(head.cell(row, Field.CLAIM), title, description),
                head.cell(row, Field.TAGS), head.cell(row, Field.STATUS), head.cell(row, Field.CREATED),
                head.cell(row, Field.SOURCE), mediaType);
        if (mediaType != null && NO_TEXT.matcher(mediaType).matches()) {
            return new IntakeRow(input(data, title, null, notes), new Trouble("not-an-article",
                    "It is a picture, sound or film, which this desk does not take in."));
        }
        if (isLink(data)) {
            return IntakeRow.of(input(data, shortEnough(title), null, notes));
        }
        String text = first(data, description, title, notes.claim());
        return IntakeRow.of(input(null, text == null ? null : titled(title, text), text, notes));
    }

    private static ItemInput input(@Nullable String url, @Nullable String title, @Nullable String text,
            CheckNotes notes) {
        return new ItemInput(url == null ? null : url.strip(), title, null, null, null, null, text, null, notes);
    }

    /** An article has a title; a message that somebody sent in mostly has none but its own beginning. */
    private static String titled(@Nullable String title, String text) {
        String own = shortEnough(title);
        return own == null ? CodePoints.head(text.strip().lines().findFirst().orElse(text), SHORT_TITLE) : own;
    }

    private static @Nullable String shortEnough(@Nullable String title) {
        return title == null || CodePoints.length(title) > LONGEST_TITLE ? null : title;
    }

    private static boolean isLink(@Nullable String text) {
        return text != null && LINK.matcher(text).matches();
    }

    private static @Nullable String first(@Nullable String... some) {
        for (String one : some) {
            if (one != null) {
                return one;
            }
        }
        return null;
    }

    private static Set<String> names(String... names) {
        return Stream.of(names).map(Head::plain).collect(Collectors.toSet());
    }
}
