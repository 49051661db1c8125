package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
            "HTTPS://Sada.Example:443/N/1#top, https://sada.example/N/1",
            "http://sada.example, http://sada.example/",
            "http://sada.example:8080?q=1, http://sada.example:8080/?q=1",
            "https://sada.example/سيول?x=%d9%a1, https://sada.example/%D8%B3%D9%8A%D9%88%D9%84?x=%D9%A1",
            "https://sada.example/a b, https://sada.example/a%20b",
            "https://sada.example/a?utm_source=x&id=7&fbclid=abc#top, https://sada.example/a?id=7",
            "https://sada.example/a?UTM_Campaign=x, https://sada.example/a",
            "https://sada.example/a?tm_source=x&&y, https://sada.example/a?tm_source=x&&y",
            "https://موقع.example/x, https://xn--4gbrim.example/x"})
    void hasOneSpelling(String address, String normal) {
        assertThat(WebAddress.normal(address)).isEqualTo(normal);
        assertThat(WebAddress.normal(normal)).isEqualTo(normal);
    }
}
