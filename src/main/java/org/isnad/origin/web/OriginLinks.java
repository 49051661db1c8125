package org.isnad.origin.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import org.jspecify.annotations.Nullable;

import org.isnad.origin.Bylines;
import org.isnad.origin.KnownNames;
import org.isnad.origin.OriginKind;
import org.isnad.origin.StatedName;

/** Where the outlet and the authors are that an article states; templates read it as {@code cdi:originLinks}. */
@Named("originLinks")
@ApplicationScoped
public class OriginLinks {
    private final KnownNames names;

    OriginLinks(KnownNames names) {
        this.names = names;
    }

    /**
     * A name as it is shown.
     *
     * @param address
     *            where its record is; null where none is, as for an erased name
     */
    public record Link(String name, @Nullable String address) {}

    /**
     * Whom an article states.
     *
     * @param outlet
     *            null where it states none
     * @param authors
     *            that the byline names; where it is one or nobody, the byline as it is written
     * @param separator
     *            what stands between two of the authors
     */
    public record Links(@Nullable Link outlet, List<Link> authors, String separator) {
        public Links {
            authors = List.copyOf(authors);
        }
    }

    /** One statement. */
    public Links of(@Nullable String outlet, @Nullable String byline) {
        return links(outlet, byline, names::among);
    }

    /** No statement, for pages that have none to spare: a name of which there is no record yet leads to a page that says so. */
    public Links unasked(@Nullable String outlet, @Nullable String byline) {
        return links(outlet, byline, Set::copyOf);
    }

    private static Links links(@Nullable String outlet, @Nullable String byline,
            Function<List<StatedName>, Set<StatedName>> recorded) {
        List<StatedName> authors = Bylines.authors(byline).stream()
                .map(name -> new StatedName(OriginKind.AUTHOR, name)).toList();
        StatedName published = Bylines.name(outlet).map(name -> new StatedName(OriginKind.OUTLET, name)).orElse(null);
        List<StatedName> all = new ArrayList<>(authors);
        if (published != null) {
            all.add(published);
        }
        Set<StatedName> known = recorded.apply(all);
        return new Links(outlet == null ? null : new Link(outlet, address(published, known)),
                authors(byline, authors, known),
                byline != null && byline.codePoints().anyMatch(OriginLinks::isArabic) ? "، " : ", ");
    }

    private static List<Link> authors(@Nullable String byline, List<StatedName> authors, Set<StatedName> known) {
        if (byline == null) {
            return List.of();
        }
        if (authors.size() < 2) {
            return List.of(new Link(byline, address(authors.isEmpty() ? null : authors.get(0), known)));
        }
        return authors.stream().map(name -> new Link(name.text(), address(name, known))).toList();
    }

    private static boolean isArabic(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }

    private static @Nullable String address(@Nullable StatedName name, Set<StatedName> known) {
        return name != null && known.contains(name)
                ? name.kind().address() + "?name=" + URLEncoder.encode(name.text(), StandardCharsets.UTF_8)
                : null;
    }
}
