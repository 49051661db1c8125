package org.isnad.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Plans;

/** The next row is found without reading all of them: what PostgreSQL plans to do on a table of some size. */
@IsnadTest
class ItemIndexesIT {
    private static final String FILL = """
            insert into intake_job (id, kind, name, asked_by, authentication, asked_at, state)
            values ('00000000-0000-4000-8000-00000000feed', 'CSV', 'filling', '00000000-0000-0000-0000-000000000001', 'test', now(),
                    'RUNNING');
            insert into intake_item (id, job_id, position, input, state, lease_until)
            select gen_random_uuid(), '00000000-0000-4000-8000-00000000feed', n, '{}',
                   case when n % 3 = 0 then 'NEW' when n % 3 = 1 then 'CHECKED' else 'WAITING' end, null
            from generate_series(1, 30000) n;
            analyze intake_item, intake_job;
            """;

    @Inject
    Plans plans;

    @Test
    void theNextRowIsFoundByItsIndex() throws SQLException {
        assertThat(plans.of(FILL, ItemStore.CLAIM.replace("?", "1000")).get(0)).contains("intake_item_open")
                .doesNotContain("Seq Scan on intake_item");
    }
}
