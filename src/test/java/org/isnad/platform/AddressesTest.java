package org.isnad.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/queue", "/facts/abc123def456", "/static/js/a.b-c_d.js?v=1", "/a?q=%D8%B3%0Ab+c&x=",
            "/%D8%B3", "/a?b=..%2F;//", "/.well-known/x", "/a..b"})
    void isCanonical(String target) {
        assertThat(Addresses.canonical(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "http://x/", "queue", "//x", "/a//b", "/a;b", "/a%3bb", "/a%2fb", "/a%2Fb",
            "/a%5cb",
            "/a\\b", "/./a", "/a/.", "/a/..", "/../a", "/%2e%2e/a", "/%2E/", "/a%252fb", "/a%00", "/a%1f", "/a%7f",
            "/a b",
            "/a\tb", "/a%", "/a%4", "/a%zz", "/a%c3", "/a%c0%af", "/a%ed%a0%80", "/\u00e9", "/a#b", "/a?%", "/a?b=%00",
            "/a?b=%fe", "/a?b=\u0000"})
    void isNot(String target) {
        assertThat(Addresses.canonical(target)).isFalse();
    }

    @org.junit.jupiter.api.Test
    void hasAnEnd() {
        assertThat(Addresses.canonical("/" + "a".repeat(4095))).isTrue();
        assertThat(Addresses.canonical("/" + "a".repeat(4096))).isFalse();
    }
}
