package org.isnad.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
    private static final String OWN = "https://desk.example";

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            same-origin, -                     , true , true
            none       , -                     , true , true
            same-site  , https://desk.example  , true , false
            cross-site , https://desk.example  , true , false
            -          , https://desk.example  , true , true
            -          , http://desk.example   , true , false
            -          , https://desk.example:1, true , false
            -          , https://x.example     , true , false
            -          , https://x.example     , false, false
            -          , null                  , true , false
            -          , -                     , true , false
            -          , -                     , false, true
            """)
    void onlyOwnPagesChangeAnything(String site, String origin, boolean cookies, boolean acceptable) {
        assertThat(Origins.acceptable(site, origin, OWN, cookies)).isEqualTo(acceptable);
    }
}
