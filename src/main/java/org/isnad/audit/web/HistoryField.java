package org.isnad.audit.web;

import java.util.Optional;
import java.util.stream.Stream;

/** The fields that change in histories, each with the way its values are shown. */
public enum HistoryField {
    STATE("state", Style.STATE),
    WORDING("wording", Style.PROSE),
    CLAIMANT("claimant", Style.PROSE),
    CLAIMED_ON("claimedOn", Style.DAY),
    PRIORITY("priority", Style.PRIORITY),
    APPEARANCE("appearance", Style.PASSAGE),
    ASSIGNEE("assignee", Style.PERSON),
    DUE("due", Style.MOMENT),
    NUMBER("number", Style.CITATION),
    URL("url", Style.ADDRESS),
    TITLE("title", Style.PROSE),
    QUOTE("quote", Style.PROSE),
    STANCE("stance", Style.STANCE),
    SOURCE("source", Style.SOURCE),
    NOTE("note", Style.PROSE),
    ORDER("order", Style.CITATION),
    RATING("rating", Style.RATING),
    SUMMARY("summary", Style.PROSE),
    RATIONALE("rationale", Style.PROSE),
    WAIVERS("waivers", Style.WAIVERS),
    EVIDENCE("evidence", Style.CITED),
    CHECKLIST("checklist", Style.CHECKS),
    ATTEMPTED("attempted", Style.ATTEMPT),
    REFUSAL("refusal", Style.REFUSAL),
    PUBLICATION("publication", Style.PUBLICATION),
    EDITION("edition", Style.NUMBER),
    SLUG("slug", Style.ADDRESS),
    ROUND("round", Style.NUMBER),
    NAME("name", Style.PROSE),
    ROLES("roles", Style.ROLES),
    REFUSED_ROLES("refusedRoles", Style.ROLES),
    LANGUAGE("language", Style.LANGUAGE),
    BYLINE("byline", Style.PROSE),
    OUTLET("outlet", Style.PROSE),
    PUBLISHED_ON("publishedOn", Style.DAY),
    TEXT_SHA256("textSha256", Style.ADDRESS),
    MEDIA_TYPE("mediaType", Style.ADDRESS),
    FILE_NAME("fileName", Style.PROSE),
    SHA256("sha256", Style.ADDRESS),
    FETCHED_FROM("fetchedFrom", Style.ADDRESS),
    SUGGESTION("suggestion", Style.PLAIN),
    VERSION("version", Style.NUMBER),
    RATINGS("ratings", Style.RATINGS),
    PUBLISHED("published", Style.EDITION),
    /** Of a step that erases: that another step's reason is gone. */
    REASON("reason", Style.PROSE),
    TEXT("text", Style.PROSE),
    ORIGINAL("original", Style.ADDRESS),
    /** Where a document says what is kept of it. */
    FOUND("found", Style.PROSE),
    /** Why a step erases. */
    WHY("why", Style.PROSE),
    /** The ids of what stood in a list that was read. */
    SHOWN("shown", Style.SEVERAL),
    EVERY_MINUTES("everyMinutes", Style.NUMBER),
    /** Of an outlet's or author's record. */
    KIND("kind", Style.ORIGIN_KIND),
    OTHER_NAME("otherName", Style.PROSE),
    MERGED_INTO("mergedInto", Style.ADDRESS),
    /** As a feed's state has. */
    FEED_STATE("", Style.FEED_STATE),
    /** An article's state has other words than a claim's. */
    ARTICLE_STATE("", Style.ARTICLE_STATE),
    /** A field that only an event of a later version of the desk has: shown as it was written down. */
    OTHER("", Style.PLAIN);

    /** How values are shown. PROSE is compared word by word; the rest shows the former value and the new one. */
    enum Style {
        PROSE,
        PLAIN,
        ADDRESS,
        NUMBER,
        CITATION,
        DAY,
        MOMENT,
        PERSON,
        RATING,
        STATE,
        PRIORITY,
        STANCE,
        SOURCE,
        PUBLICATION,
        ATTEMPT,
        REFUSAL,
        PASSAGE,
        WAIVERS,
        CHECKS,
        CITED,
        ROLES,
        LANGUAGE,
        RATINGS,
        ARTICLE_STATE,
        FEED_STATE,
        ORIGIN_KIND,
        SEVERAL,
        EDITION
    }

    private final String field;
    private final Style style;

    HistoryField(String field, Style style) {
        this.field = field;
        this.style = style;
    }

    /** @param type of what changed, as {@link org.isnad.kernel.AggregateType} names it */
    static Optional<HistoryField> of(String type, String field) {
        if (type.equals("ARTICLE") && field.equals(STATE.field)) {
            return Optional.of(ARTICLE_STATE);
        }
        if (type.equals("SOURCE") && field.equals(STATE.field)) {
            return Optional.of(FEED_STATE);
        }
        return named(rowField(field));
    }

    private static Optional<HistoryField> named(String field) {
        return Stream.of(values()).filter(known -> !known.field.isEmpty() && known.field.equals(field)).findFirst();
    }

    /** A step that erases names columns of rows, such as {@code publication_edition.claimant}, where others name fields. */
    private static String rowField(String field) {
        String column = field.substring(field.indexOf('.') + 1);
        return switch (column) {
            case "exact", "prefix", "suffix" -> APPEARANCE.field;
            case "file_name" -> FILE_NAME.field;
            case "public_note" -> NOTE.field;
            case "requested", "final_url", "redirects" -> FETCHED_FROM.field;
            case "warc" -> ORIGINAL.field;
            default -> column;
        };
    }

    /** The name under which events have it. */
    String stored() {
        return field;
    }

    Style style() {
        return style;
    }
}
