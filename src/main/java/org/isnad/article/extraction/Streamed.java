package org.isnad.article.extraction;

import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Puts the pieces of a page together that its server sent out of order: React sends them hidden at the end ({@code S:1}), and a
 * script moves each to its place ({@code B:1} or {@code P:1}).
 */
final class Streamed {
    private Streamed() {}

    static void assemble(Document page) {
        for (Element piece : page.select("div[hidden][id^=S:]")) {
            String number = piece.id().substring(2);
            Element place = page.getElementById("P:" + number);
            if (place == null) {
                place = page.getElementById("B:" + number);
                removeFallback(place);
            }
            if (place != null && !place.parents().contains(piece)) {
                piece.removeAttr("hidden");
                place.replaceWith(piece);
            }
        }
    }

    /** What was shown while the piece was under way stands up to the next closing comment. */
    private static void removeFallback(@org.jspecify.annotations.Nullable Element place) {
        Node next = place == null ? null : place.nextSibling();
        while (next != null && !(next instanceof Comment comment && comment.getData().equals("/$"))) {
            Node after = next.nextSibling();
            next.remove();
            next = after;
        }
    }
}
