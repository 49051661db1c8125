package org.isnad.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.isnad.kernel.outbound.FetchFailed.Reason;

/** Addresses that are meant well become what a browser would ask for. */
class WebTargetTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
            "http://example.org,                     http://example.org/",
            "HTTPS://EXAMPLE.ORG:443,                https://example.org/",
            "http://example.org:0080/,               http://example.org/",
            "http://example.org.:80/a,               http://example.org/a",
            "http://example.org?x=1,                 http://example.org/?x=1",
            "http://example.org#top,                 http://example.org/",
            "http://example.org//a//b,               http://example.org//a//b",
            "http://example.org/a/../b/./c/..,       http://example.org/b/",
            "http://example.org/../../a,             http://example.org/a",
            "http://example.org/%2e%2E/a,            http://example.org/a",
            "http://example.org/a b?c d,             http://example.org/a%20b?c%20d",
            "http://example.org/%D9%85/100%,         http://example.org/%D9%85/100%25",
            "http://example.org/[x]?[y]={z},         http://example.org/%5Bx%5D?[y]=%7Bz%7D",
            "http://example.org/خبر?ق=١,             http://example.org/%D8%AE%D8%A8%D8%B1?%D9%82=%D9%A1",
            "http://موقع.وزارة-الاتصالات.مصر/,       http://xn--4gbrim.xn----ymcbaaajlc6dj7bxne2c.xn--wgbh1c/",
            "http://under_score.example/,            http://under_score.example/",
            "http://8.8.8.8/,                        http://8.8.8.8/",
            "http://0x08.8.2056/,                    http://8.8.8.8/",
            "http://[2606:4700::1111]/,              http://[2606:4700:0:0:0:0:0:1111]/",
            "http://1e100.example/,                  http://1e100.example/",
            "http://example.org/?u=http://a@b\\c,    http://example.org/?u=http://a@b%5Cc",
            "http://example.org/a@b:c,               http://example.org/a@b:c"})
    void isReadAsBrowsersReadIt(String written, String read) throws Refusal {
        assertThat(WebTarget.of(written).uri()).hasToString(read);
    }

    /** RFC 3986, 5.4, as far as it ends at a web address. */
    @ParameterizedTest
    @CsvSource({"g, http://a/b/c/g", "./g, http://a/b/c/g", "g/, http://a/b/c/g/", "/g, http://a/g", "//g, http://g/",
            "?y, http://a/b/c/d;p?y", "g?y, http://a/b/c/g?y", "#s, http://a/b/c/d;p?q", "g#s, http://a/b/c/g",
            ";x, http://a/b/c/;x", "g;x=1/../y, http://a/b/c/y", "., http://a/b/c/", "./, http://a/b/c/",
            ".., http://a/b/",
            "../g, http://a/b/g", "../../g, http://a/g", "../../../../g, http://a/g", "/./g, http://a/g",
            "g., http://a/b/c/g.",
            "..g, http://a/b/c/..g", "g?y/../x, http://a/b/c/g?y/../x", "http://x/y, http://x/y"})
    void redirectsAreResolved(String reference, String target) throws Refusal {
        assertThat(WebTarget.of("http://a/b/c/d;p?q").at(reference).uri()).hasToString(target);
    }

    @Test
    void anEndlessAddressIsRefused() {
        assertThatThrownBy(() -> WebTarget.of("http://example.org/" + "x".repeat(9_000))).isInstanceOf(Refusal.class)
                .satisfies(e -> assertThat(((Refusal) e).reason()).isEqualTo(Reason.NOT_AN_ADDRESS));
    }

    /** Whatever is written, what is judged and what is written down are the same host, and reading it again changes nothing. */
    @Property
    void oneReading(@ForAll("addresses") String written) {
        WebTarget target;
        try {
            target = WebTarget.of(written);
            assertThat(WebTarget.of(target.uri().toString())).isEqualTo(target);
        } catch (Refusal e) {
            assertThat(e.message()).isNotBlank().hasSizeLessThanOrEqualTo(301);
            return;
        }
        assertThat(target.host().name()).matches("[a-z0-9._-]+|\\[[0-9a-f:]+]");
        assertThat(target.uri().getRawAuthority()).startsWith(target.host().name());
        assertThat(target.path()).matches("/[\\x21-\\x7E]*");
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> parts = Arbitraries.of(List.of("http://", "https:", "//", "/", "\\", "@", ":", ":80", "[",
                "]", "::1",
                "%", "%2e", "%31", ".", "..", "。", "．", "127", "0x7f", "0177", "1", "example", "org", "xn--", "ß", "م",
                "\u200D", "\u00AD", "?", "#", " ", "\t", "\uD800", "İ", "①", "-", "_"));
        return parts.list().ofMaxSize(12).map(list -> "http://" + String.join("", list));
    }
}
