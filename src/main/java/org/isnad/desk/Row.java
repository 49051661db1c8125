package org.isnad.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

/** A row of a native query, its columns read by name as what they are. */
record Row(Tuple tuple) {

    static Row of(Object tuple) {
        return new Row((Tuple) tuple);
    }

    UUID id(String column) {
        return (UUID) tuple.get(column);
    }

    @Nullable
    UUID idOrNull(String column) {
        return (UUID) tuple.get(column);
    }

    String text(String column) {
        return (String) tuple.get(column);
    }

    @Nullable
    String textOrNull(String column) {
        return (String) tuple.get(column);
    }

    long number(String column) {
        return ((Number) tuple.get(column)).longValue();
    }

    @Nullable
    Integer numberOrNull(String column) {
        Object value = tuple.get(column);
        return value == null ? null : ((Number) value).intValue();
    }

    boolean flag(String column) {
        return Boolean.TRUE.equals(tuple.get(column));
    }

    <E extends Enum<E>> E one(Class<E> type, String column) {
        return Enum.valueOf(type, text(column));
    }

    Instant instant(String column) {
        Instant instant = instantOrNull(column);
        if (instant == null) {
            throw new IllegalStateException("No time in column " + column);
        }
        return instant;
    }

    @Nullable
    Instant instantOrNull(String column) {
        Object value = tuple.get(column);
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return value instanceof Timestamp time ? time.toInstant() : (Instant) value;
    }

    @Nullable
    LocalDate dateOrNull(String column) {
        Object value = tuple.get(column);
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
