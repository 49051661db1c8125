package org.isnad.article.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"example.org", "example.org/a", "www.example.org:8443/a?b=c#d", "موقع.example/خبر",
            " example.org/a "})
    void anAddressWithoutSchemeIsTakenForAnEncryptedOne(String written) {
        assertThat(WrittenAddress.of(written)).isEqualTo(new WrittenAddress("https://" + written.strip(), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/a", "https://example.org", "ftp://example.org/a", "file:///etc/passwd",
            "mailto:jane@example.org", "javascript:alert(1)", "user:secret@example.org", "a word", "word", "",
            "/articles"})
    void everythingElseStaysAsItWasWritten(String written) {
        assertThat(WrittenAddress.of(written)).isEqualTo(new WrittenAddress(written, false));
    }

    @Test
    void nothingIsNothing() {
        assertThat(WrittenAddress.of(null)).isEqualTo(new WrittenAddress("", false));
    }
}
