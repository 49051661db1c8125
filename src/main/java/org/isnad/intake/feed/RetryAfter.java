package org.isnad.intake.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import org.isnad.kernel.outbound.Exchange;

/** How long a server asks not to be asked again (RFC 9110, 10.2.3): seconds, or until a date. */
final class RetryAfter {
    /** A server that asks for more is asked after that time all the same. */
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /** Zero when the answer does not say, or not readably. */
    static Duration of(Exchange answer) {
        return answer.header("Retry-After").map(value -> of(value.strip(), answer)).orElse(Duration.ZERO);
    }

    private static Duration of(String value, Exchange answer) {
        Duration asked = SECONDS.matcher(value).matches()
                ? Duration.ofSeconds(Long.parseLong(value))
                : until(value, answer);
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static Duration until(String date, Exchange answer) {
        try {
            return Duration.between(answer.ended(),
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
