package org.isnad.audit.erasure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.audit.erasure.ErasureTarget;

class TargetAddressTest {
    private static final UUID ID = UUID.fromString("0198c2d4-0000-7000-8000-000000000001");

    @Test
    void theAddressOfAPageNamesWhatItIsAbout() {
        assertThat(read(" https://desk.example/claims/" + ID + "/history?round=1#x "))
                .contains(new TargetAddress(ErasureTarget.CLAIM, ID));
        assertThat(read("/articles/" + ID)).contains(new TargetAddress(ErasureTarget.ARTICLE, ID));
        assertThat(read("https://facts.example/facts/ab3d5f7h9k2m"))
                .contains(new TargetAddress(ErasureTarget.CLAIM, ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/claims/1", "/facts/unknown-page", "/queue", "javascript:/claims/x",
            "https://a b/claims/0198c2d4-0000-7000-8000-000000000001"})
    void anythingElseNamesNothing(String text) {
        assertThat(read(text)).isEmpty();
    }

    private static Optional<TargetAddress> read(String text) {
        return TargetAddress.of(text, slug -> slug.equals("ab3d5f7h9k2m") ? Optional.of(ID) : Optional.empty());
    }
}
