package org.isnad.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Words;

/**
 * An import of a thousand rows that two nodes work on at once, while one after the other is killed ({@code kill -9}): whoever is left,
 * or comes back, goes on, and in the end each row became one article.
 */
@IsnadTest
class KilledImportIT {
    private static final int ROWS = 1000;
    private static final Duration SOON = Duration.ofMinutes(2);
    /** So short that what a killed node was at is soon taken up. */
    private static final Map<String, String> SETTINGS = Map.of("isnad.intake.lease", "PT5S");

    private Cluster cluster;
    private Desk one;
    private Desk other;

    @BeforeEach
    void begin() throws Exception {
        cluster = new Cluster("import");
        one = new Desk(cluster, SETTINGS);
        other = new Desk(cluster, "second", SETTINGS);
        one.start();
        other.start();
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable each : new AutoCloseable[]{one, other, cluster}) {
            if (each != null) {
                each.close();
            }
        }
    }

    @Test
    void noRowIsLostAndNoneComesInTwice() throws Exception {
        List<Map<String, String>> articles = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            articles.add(Map.of("title", "Row " + i, "text", Words.some(40)));
        }
        String job = new Client(one.url())
                .send("POST", "salma", "/api/v1/articles:batch", null, Map.of("name", "killed", "articles", articles))
                .id();
        Await.until("the first rows", SOON, () -> rows(job, "state = 'NEW'") > 100);
        one.kill();
        long left = rows(job, "state = 'NEW'");
        assertThat(left).isLessThan(ROWS);
        Await.until("the other node to go on", SOON, () -> rows(job, "state = 'NEW'") > Math.min(ROWS, left + 100));
        other.kill();
        assertThat(rows(job, "state in ('WAITING', 'RUNNING')")).as("rows left by both").isPositive();

        one.start();

        Await.until("the end of the import", SOON, () -> rows(job, "state in ('WAITING', 'RUNNING')") == 0);
        assertThat(rows(job, "state = 'NEW'")).isEqualTo(ROWS);
        try (Connection connection = cluster.connect();
                var row = connection.createStatement().executeQuery("""
                        select (select count(distinct article_id) from intake_item) as named,
                               (select count(*) from article) as articles,
                               (select count(*) from audit_event where action = 'ARTICLE_RECEIVED') as told
                        """)) {
            row.next();
            assertThat(row.getLong("named")).isEqualTo(ROWS);
            assertThat(row.getLong("articles")).isEqualTo(ROWS);
            assertThat(row.getLong("told")).isEqualTo(ROWS);
        }
        Await.until("the list to be ended", SOON, () -> new Client(one.url()).get("salma", "/api/v1/intake/" + job)
                .body().path("state").asText().equals("DONE"));
    }

    private long rows(String job, String condition) throws Exception {
        try (Connection connection = cluster.connect();
                PreparedStatement select = connection
                        .prepareStatement("select count(*) from intake_item where job_id = ? and " + condition)) {
            select.setObject(1, UUID.fromString(job));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
