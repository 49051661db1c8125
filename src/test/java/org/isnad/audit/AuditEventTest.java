package org.isnad.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.isnad.kernel.Action;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Stamp;

class AuditEventTest {
    private static final UUID EVENT = UUID.fromString("01934c2e-0000-7000-8000-000000000001");
    private static final UUID CLAIM = UUID.fromString("01934c2e-0000-7000-8000-000000000002");
    private static final UUID ACTOR = UUID.fromString("01934c2e-0000-7000-8000-000000000003");
    private static final Stamp BY = new Stamp(ACTOR, "session", Instant.parse("2026-11-23T12:40:11.5Z"));

    /** These very bytes are what will be proven: a change of them here is a change of the format, for ever. */
    @Test
    void theBytesAreExactlyThese() {
        Commitment rating = Commitment.to(FieldChange.added("rating", "false"), new byte[32]);
        assertThat(new String(event(7, "revision/3", rating).canonical(), StandardCharsets.UTF_8))
                .isEqualTo("{\"action\":\"DONE\",\"actor\":\"01934c2e-0000-7000-8000-000000000003\","
                        + "\"aggregate\":{\"id\":\"01934c2e-0000-7000-8000-000000000002\",\"type\":\"CLAIM\",\"version\":7},"
                        + "\"at\":\"2026-11-23T12:40:11.500000Z\",\"authentication\":\"session\","
                        + "\"changes\":[{\"commitment\":\"" + rating.hash() + "\",\"field\":\"rating\"}],"
                        + "\"event\":\"01934c2e-0000-7000-8000-000000000001\",\"part\":\"revision/3\","
                        + "\"transaction\":\"4711\"}");
        assertThat(rating.hash()).isEqualTo("ad46218eb245f3729a42fafde78c069311ab777d848ce794fa51eb7d083a3d89");
    }

    @Test
    void anEventOfTheWholeNamesNoPart() {
        assertThat(new String(event(1, null).canonical(), StandardCharsets.UTF_8))
                .contains("\"changes\":[]", "\"version\":1").doesNotContain("part");
    }

    @Test
    void theReasonIsCommittedToLast() {
        DomainEvent event = DomainEvent
                .of(AggregateType.CLAIM, CLAIM, Did.DONE, BY, FieldChange.added("state", "DISMISSED")).because("why");
        assertThat(AuditEvent.committed(event)).containsExactly(FieldChange.added("state", "DISMISSED"),
                FieldChange.added("reason", "why"));
    }

    static AuditEvent event(long version, @Nullable String part, Commitment... commitments) {
        DomainEvent what = DomainEvent.of(AggregateType.CLAIM, CLAIM, Did.DONE, BY);
        return new AuditEvent(EVENT, part == null ? what : what.on(part), version, "4711", List.of(commitments));
    }

    private enum Did implements Action {
        DONE
    }
}
