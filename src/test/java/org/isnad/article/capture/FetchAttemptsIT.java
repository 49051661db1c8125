package org.isnad.article.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.isnad.testsupport.Database;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

@IsnadTest
class FetchAttemptsIT {
    @Inject
    FetchAttempts attempts;
    @Inject
    Newsroom newsroom;
    @Inject
    Database database;

    @Test
    void allThatExpiredIsForgottenAtOnce() throws Exception {
        UUID person = newsroom.editor().person().value();
        database.change(
                """
                        insert into fetch_attempt (id, asked_by, requested, redirects, started_at, ended_at, failure, expires_at)
                        select gen_random_uuid(), ?, 'https://expired.example/' || n, '[]', now(), now(), 'TIMEOUT',
                               now() + case when n > 1200 then interval '1 day' else interval '-1 second' end
                        from generate_series(1, 1201) n
                        """,
                person);
        assertThat(left(person)).isEqualTo(1201);

        attempts.forget();

        assertThat(left(person)).isEqualTo(1);
    }

    private long left(UUID person) {
        return database.count("select count(*) from fetch_attempt where requested like 'https://expired.example/%' "
                + "and asked_by = ?", person);
    }
}
