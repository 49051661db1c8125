package org.isnad.fault;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Jsoup;

import org.isnad.testsupport.Login;

/**
 * Lina in a browser, who takes bundles away. The realm lets people back to the tests' own application only, so this one is
 * reached under that name, as through a proxy.
 */
final class Auditor {
    private final String publicAddress = "http://localhost:"
            + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    private final String url;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    /** By port; sent over plain HTTP even when they are marked Secure, as a browser does for localhost. */
    private final Map<Integer, Map<String, String>> cookies = new HashMap<>();

    Auditor(String url) {
        this.url = url;
    }

    byte[] bundle(UUID claim) throws Exception {
        String path = "/claims/" + claim + "/history/bundle";
        HttpResponse<byte[]> answer = send(toTheDesk(path));
        if (answer.statusCode() == 302) {
            cookies.clear();
            signIn(path);
            answer = send(toTheDesk(path));
        }
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + text(answer));
        }
        return answer.body();
    }

    private HttpRequest.Builder toTheDesk(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("X-Forwarded-Host", URI.create(publicAddress).getAuthority())
                .header("X-Forwarded-Proto", "http");
    }

    private void signIn(String path) throws Exception {
        String toKeycloak = location(send(toTheDesk(path)));
        String page = text(send(HttpRequest.newBuilder(URI.create(toKeycloak))));
        String form = Jsoup.parse(page).select("form#kc-form-login").attr("action");
        String filledIn = "username=lina&password=" + URLEncoder.encode(Login.PASSWORD, StandardCharsets.UTF_8);
        String back = location(send(HttpRequest.newBuilder(URI.create(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(filledIn))));
        location(send(toTheDesk(back.substring(publicAddress.length()))));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        HttpRequest without = request.timeout(Duration.ofSeconds(60)).build();
        Map<String, String> kept = cookies.computeIfAbsent(without.uri().getPort(), port -> new HashMap<>());
        HttpResponse<byte[]> answer = http.send(kept.isEmpty()
                ? without
                : request.setHeader("Cookie",
                        kept.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                                .collect(Collectors.joining("; ")))
                        .build(),
                BodyHandlers.ofByteArray());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                kept.remove(pair[0]);
            } else {
                kept.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<byte[]> redirect) {
        return redirect.headers().firstValue("Location").orElseThrow(
                () -> new AssertionError("No redirect but " + redirect.statusCode() + ": " + text(redirect)));
    }
}
