package org.isnad.testsupport;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * Cookies of the servers on this machine, kept apart by port as a browser would not do, but sent over plain HTTP even when they
 * are marked Secure, as a browser does for localhost.
 */
final class Cookies {
    private final Map<Integer, Map<String, String>> byPort = new ConcurrentHashMap<>();

    /** As the server set them last, with their attributes. */
    private final Map<String, Cookie> asSet = new ConcurrentHashMap<>();

    Map<String, Cookie> asSet() {
        return asSet;
    }

    Response get(String url) {
        return kept(url, request(url).urlEncodingEnabled(false).get(url));
    }

    Response get(String url, Map<String, String> query) {
        return kept(url, request(url).queryParams(query).get(url));
    }

    Response post(String url, Map<String, String> form) {
        return kept(url, request(url).urlEncodingEnabled(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(form).post(url));
    }

    RequestSpecification request(String url) {
        return Login.quiet().cookies(of(url));
    }

    Map<String, String> of(String url) {
        return byPort.computeIfAbsent(URI.create(url.replaceFirst("\\?.*", "")).getPort(),
                port -> new ConcurrentHashMap<>());
    }

    /** Takes over what the answer sets and removes. */
    Response kept(String url, Response answer) {
        var cookies = of(url);
        answer.detailedCookies().forEach(cookie -> {
            asSet.put(cookie.getName(), cookie);
            if (cookie.getMaxAge() == 0 || cookie.getValue() == null || cookie.getValue().isEmpty()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        return answer;
    }

    Optional<String> value(String url, String name) {
        return Optional.ofNullable(of(url).get(name));
    }
}
