package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Plans;

/** Looking an article up does not read all of them: what PostgreSQL plans to do on tables of some size. */
@IsnadTest
class ArticleIndexesIT {
    private static final String FILL = """
            create temporary table filling on commit drop as
            select gen_random_uuid() as article, gen_random_uuid() as version, n from generate_series(1, 20000) n;
            alter table article disable trigger user;
            alter table article_version disable trigger user;
            alter table sighting disable trigger user;
            insert into article (id, state, url, latest_version, received_by, received_at)
            select article, 'INCOMING', 'https://filling.example/' || n, version, '00000000-0000-0000-0000-000000000001', now()
            from filling;
            insert into article_version (id, article_id, number, original, media_type, sha256, title, language, text, captured_by,
                                         captured_at)
            select version, article, 1, '\\x00', 'text/plain', encode(sha256(n::text::bytea), 'hex'), 'T', 'en', 'x ' || n,
                   '00000000-0000-0000-0000-000000000001', now()
            from filling;
            insert into sighting (id, article_id, url, seen_by, seen_at)
            select gen_random_uuid(), article, 'https://mirror.example/' || n, '00000000-0000-0000-0000-000000000001', now()
            from filling;
            insert into text_fingerprint (article_version_id, article_id, algorithm, shingles, minhash, bands)
            select version, article, 1, 100, array(select (random() * 2e9)::int from generate_series(1, 120) where n > 0),
                   array(select (random() * 9e18)::bigint from generate_series(1, 60) where n > 0)
            from filling;
            insert into erased_address (mark, article_id) select address_mark('https://erased.example/' || n), article from filling;
            analyze article, article_version, sighting, text_fingerprint, erased_address;
            """;
    private static final String BANDS = "'{101,102,103,104,105,106,107,108,109,110,111,112,113,114,115,116,117,118,119,120,121,122,123,124,125,126,127,128,129,130,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30}'";

    @Inject
    Plans plans;

    @Test
    void lookUpsUseTheirIndexes() throws SQLException {
        List<String> found = plans.of(FILL,
                Fingerprints.NEAREST.replace(":bands", BANDS).replace(":algorithm", "1").replace(":most", "5"),
                Articles.KNOWN.replace(":url", "'https://filling.example/7'").replace(":sha256", "'x'"),
                Articles.KNOWN_OF_MANY.replace(":sha256", "'{x,y}'")
                        .replace(":url", "'{https://filling.example/7,https://mirror.example/8}'"),
                Fingerprints.NEAREST_OF_MANY.replace(":numbers", "array_fill(0, array[60])").replace(":bands", BANDS)
                        .replace(":algorithm", "1").replace(":most", "5"));

        assertThat(List.of(found.get(0), found.get(3)))
                .allSatisfy(plan -> assertThat(plan).contains("text_fingerprint_bands").doesNotContain("Seq Scan"));
        assertThat(found.subList(1, 3)).allSatisfy(plan -> assertThat(plan)
                .contains("article_version_sha256", "article_address", "sighting_address", "erased_address_pkey")
                .doesNotContain("Seq Scan"));
    }
}
