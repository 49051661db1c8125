package org.isnad.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class HostsTest {
    @Test
    void addressesAreCountedByHost() {
        assertThat(Hosts.of(List.of("https://www.Sada.example/rashida-ormand-speaks", "http://sada.example:8080?a",
                "https://me:secret@wadi.example#rashida"))).isEqualTo("sada.example (2), wadi.example (1)");
        assertThat(Hosts.of(List.of("https://a.example/", "https://b.example/", "https://c.example/",
                "https://d.example/", "https://a.example/2")))
                .isEqualTo("a.example (2), b.example (1), c.example (1), …");
        assertThat(Hosts.of(List.of("http://[::1]:8080/x"))).isEqualTo("[::1] (1)");
    }

    @Test
    void whatIsNoAddressHasNone() {
        assertThat(Hosts.of(List.of("rashida ormand", "ftp://sada.example/", "https://"))).isEmpty();
    }
}
