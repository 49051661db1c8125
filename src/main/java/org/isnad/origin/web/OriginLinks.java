package org.isnad.origin.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import org.isnad.origin.Bylines;
import org.isnad.origin.OriginKind;

/** Where the outlet and the authors are that an article states; templates read it as {@code cdi:originLinks}. */
@Named("originLinks")
@ApplicationScoped
public class OriginLinks {

    /** A name as it is shown, and where its record is. */
    public record Link(String name, String address) {}

    /** Where the outlet's record is. */
    public String outlet(String name) {
        return address(OriginKind.OUTLET, name);
    }

    /** The authors that a byline names; where it is one, the byline as it is written. None when it names nobody. */
    public List<Link> authors(String byline) {
        List<String> names = Bylines.authors(byline);
        return names.stream()
                .map(name -> new Link(names.size() == 1 ? byline : name, address(OriginKind.AUTHOR, name))).toList();
    }

    private static String address(OriginKind kind, String name) {
        return kind.address() + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
