package org.isnad.audit.erasure;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.AggregateType;

/**
 * One value that can be erased: of a present row, or of a step in the history.
 *
 * @param table
 *            where it stands; {@code audit_change} for the value of a step
 * @param key
 *            of the row, or the id of the step's event
 * @param position
 *            of the value among its step's; null for a row
 * @param path
 *            the column, and for JSON the members below it
 * @param step
 *            the step's number in the history of {@code aggregateId}; null for a row
 * @param field
 *            name of the column or of the step's field
 * @param texts
 *            what is read there: one text, or each text that a step's value holds before and after
 * @param alsoOf
 *            for the file of a capture the article version that was read from it; null for everything else
 */
public record ErasableValue(String table, UUID key, @Nullable Integer position, List<String> path, ErasurePart part,
        AggregateType aggregate, UUID aggregateId, @Nullable Long step, String field, List<String> texts,
        @Nullable UUID alsoOf) {
    /** Shorter texts are found within others everywhere by chance. */
    private static final int LONG_ENOUGH = 4;
    private static final Set<String> WHOLES = Set.of("evidence", "published");
    /** What was brought in, and what was sent and received when the desk fetched it. */
    private static final Set<List<String>> FILES = Set.of(List.of("original"), List.of("warc"));

    public ErasableValue {
        path = List.copyOf(path);
        texts = List.copyOf(texts);
    }

    /** A file's bytes, whose text is not searched: a copy of everything its article says. */
    public boolean isFile() {
        return FILES.contains(path);
    }

    /** Whether it is a file that holds everything that one of these rows says. */
    boolean isFileOfAny(Set<UUID> rows) {
        return isFile() && (rows.contains(key) || alsoOf != null && rows.contains(alsoOf));
    }

    /** Whether it contains one of those texts. */
    boolean holdsAny(List<String> others) {
        return !isFile() && texts.stream().anyMatch(text -> others.stream().anyMatch(text::contains));
    }

    /** Whether it repeats one of those texts: contains it, or where that would be by chance, says it and nothing else. */
    boolean repeatsAny(List<String> others) {
        return !isFile() && texts.stream().map(String::strip)
                .anyMatch(text -> others.stream()
                        .anyMatch(other -> isFoundByChance(other) ? text.equals(other) : text.contains(other)));
    }

    /**
     * The texts that would be left behind somewhere else if they were erased here only. A step's list of evidence, or all that it
     * published, goes as a whole for the sake of one text in it, so it does not speak for the others.
     */
    List<String> worthFinding() {
        return isFile() || step != null && WHOLES.contains(field)
                ? List.of()
                : texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private static boolean isFoundByChance(String text) {
        return text.codePointCount(0, text.length()) < LONG_ENOUGH;
    }
}
