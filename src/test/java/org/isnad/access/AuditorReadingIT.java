package org.isnad.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.isnad.access.AccessTable.Caller;
import org.isnad.access.AccessTable.Line;
import org.isnad.access.AccessTable.Scene;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;

/** Whatever an auditor may read that is not for everybody leaves an event: asked of each line of {@link AccessTable}. */
@IsnadTest
class AuditorReadingIT {
    /** Where nothing of anybody's work is read; requests for erasures do not repeat what is to go. */
    private static final Set<String> NOTHING_UNPUBLISHED = Set.of("GET /", "GET /sign-in", "GET /api/v1/rating-scale",
            "GET /erasures",
            "GET /audit/checkpoints", "GET /audit/checkpoints/{size}/{key}", "GET /audit/checks",
            "GET /audit/checks/{check}", "GET /api/v1/log/checkpoints", "GET /api/v1/log/checks",
            "GET /api/v1/log/checks/{check}");

    @Inject
    Places places;
    @Inject
    EntityManager database;

    static List<Line> readable() {
        return AccessTable.lines().stream().filter(Line::isSafe).filter(line -> !line.isPublic())
                .filter(line -> "ok".equals(line.answers().get(Caller.AUDITOR)))
                .filter(line -> !NOTHING_UNPUBLISHED.contains(line.endpoint())).toList();
    }

    @Test
    void thereIsMuchToRead() {
        assertThat(readable()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("readable")
    void anAuditorsReadingIsAnEvent(Line line) {
        // So that no list is empty.
        Place place = places.make(line.scene() == Scene.NONE ? Scene.ASSIGNED : line.scene());
        String auditor = Places.ACCOUNTS.get(Caller.AUDITOR);
        Login.session(auditor).get("/history").then().statusCode(200);
        long before = readings("Lina");
        read(auditor, line, place);
        assertThat(readings("Lina")).as(line.toString()).isGreaterThan(before);
    }

    @ParameterizedTest
    @MethodSource("readable")
    void anEditorsReadingIsWorkAndLeavesNone(Line line) {
        if (!"ok".equals(line.answers().get(Caller.EDITOR))) {
            return;
        }
        Place place = places.make(line.scene());
        String editor = Places.ACCOUNTS.get(Caller.EDITOR);
        read(editor, line, place);
        assertThat(((Number) database.createNativeQuery(
                "select count(*) from audit_event e join person p on p.id = e.actor "
                        + "where not ('auditor' = any(p.roles)) and (e.action like '%\\_READ' or e.action like '%\\_EXPORTED')",
                Long.class).getSingleResult()).longValue()).isZero();
    }

    private static void read(String user, Line line, Place place) {
        String path = place.in(line.path());
        (line.isApi() ? Login.bearer(user).get(path) : Login.session(user).get(path)).then().statusCode(200);
    }

    private long readings(String name) {
        return (Long) database.createNativeQuery("select count(*) from audit_event e join person p on p.id = e.actor "
                + "where p.name like :name and (e.action like '%\\_READ' or e.action like '%\\_EXPORTED')", Long.class)
                .setParameter("name", name + "%").getSingleResult();
    }
}
