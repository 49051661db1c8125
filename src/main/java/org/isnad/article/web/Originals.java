package org.isnad.article.web;

import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.isnad.article.OriginalFile;

/** Hands out original bytes so that no browser ever runs them: as a download, of no type that is shown, in a sandbox. */
final class Originals {
    private Originals() {}

    static Response download(OriginalFile original) {
        String extension = switch (original.mediaType()) {
            case "text/html" -> ".html";
            case "application/pdf" -> ".pdf";
            case "message/rfc822" -> ".eml";
            case "text/plain" -> ".txt";
            default -> ".docx";
        };
        String name = original.fileName() == null
                ? original.sha256().substring(0, 16) + extension
                : original.fileName();
        return attachment(original.bytes(), "application/octet-stream", name);
    }

    static Response attachment(byte[] bytes, String mediaType, String name) {
        return Response.ok(bytes, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
                .header("Content-Security-Policy", "sandbox; default-src 'none'").build();
    }

    /** RFC 6266: a plain name for old clients and the real one, as RFC 8187 escapes it. */
    private static String disposition(String name) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b == '.' || b == '-'
                    || b == '_';
            escaped.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b));
        }
        return "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "\"; filename*=UTF-8''" + escaped;
    }
}
