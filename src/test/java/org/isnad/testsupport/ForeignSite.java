package org.isnad.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Somebody else's web site, from which the desk fetches in tests: a server on loopback that answers what was put there. It listens
 * as long as the tests' servers do; the desk may reach it because the tests' settings say so.
 */
public final class ForeignSite {
    static final String PORT = LocalServers.PREFIX + "site.port";
    private static final String TYPE = "X-Answer-Type";
    private static final String STATUS = "X-Answer-Status";
    private static final String LOCATION = "X-Answer-Location";

    private ForeignSite() {}

    private record Page(int status, String type, Optional<String> location, byte[] body) {}

    /** Starts it on a free port of 127.0.0.1. */
    static HttpServer start() throws IOException {
        Map<String, Page> pages = new ConcurrentHashMap<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                if (exchange.getRequestMethod().equals("PUT")) {
                    pages.put(exchange.getRequestURI().toString(), read(exchange));
                    exchange.sendResponseHeaders(204, -1);
                } else {
                    answer(exchange, Optional.ofNullable(pages.get(exchange.getRequestURI().toString()))
                            .orElse(new Page(404, "text/plain", Optional.empty(), new byte[]{'?'})));
                }
            }
        });
        server.start();
        return server;
    }

    private static Page read(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        return new Page(Integer.parseInt(headers.getFirst(STATUS)), headers.getFirst(TYPE),
                Optional.ofNullable(headers.getFirst(LOCATION)), exchange.getRequestBody().readAllBytes());
    }

    private static void answer(HttpExchange exchange, Page page) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", page.type());
        page.location().ifPresent(to -> exchange.getResponseHeaders().set("Location", to));
        exchange.sendResponseHeaders(page.status(), page.body().length == 0 ? -1 : page.body().length);
        exchange.getResponseBody().write(page.body());
    }

    /** The whole address of a path on it. */
    public static String address(String path) {
        return "http://127.0.0.1:" + ConfigProvider.getConfig().getValue(PORT, String.class) + path;
    }

    /** Puts a document there; returns its address. */
    public static String page(String path, String mediaType, byte[] body) {
        return put(path, HttpRequest.newBuilder().header(STATUS, "200").header(TYPE, mediaType), body);
    }

    /** Puts a redirect there; returns its address. */
    public static String redirect(String path, String to) {
        return put(path, HttpRequest.newBuilder().header(STATUS, "302").header(TYPE, "text/html").header(LOCATION, to),
                new byte[0]);
    }

    private static String put(String path, HttpRequest.Builder request, byte[] body) {
        try {
            HttpResponse<Void> stored = HttpClient.newHttpClient().send(request.uri(URI.create(address(path)))
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                    HttpResponse.BodyHandlers.discarding());
            if (stored.statusCode() != 204) {
                throw new IllegalStateException("the foreign site answers " + stored.statusCode());
            }
            return address(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
