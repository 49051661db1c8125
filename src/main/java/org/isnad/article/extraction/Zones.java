package org.isnad.article.extraction;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** What a page calls its parts: by element, ARIA role, class and id. A name counts only for a part that is not most of the page. */
final class Zones {
    private static final Map<String, Kind> ELEMENTS = Map.of("nav", Kind.NAVIGATION, "footer", Kind.FOOTER, "aside",
            Kind.ELSEWHERE, "menu", Kind.NAVIGATION, "form", Kind.PROMOTION);
    private static final Map<String, Kind> ROLES = Map.of("navigation", Kind.NAVIGATION, "contentinfo", Kind.FOOTER,
            "complementary", Kind.ELSEWHERE, "banner", Kind.NAVIGATION, "search", Kind.NAVIGATION, "menu",
            Kind.NAVIGATION, "menubar", Kind.NAVIGATION, "dialog", Kind.PROMOTION, "alertdialog", Kind.COOKIES);
    private static final Map<String, Kind> NAMES = names(Map.of(Kind.NAVIGATION,
            "nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs pagination pager toolbar topbar skip masthead toc tableofcontents "
                    + "table-of-contents ez-toc-container search-form searchform megamenu dropdown",
            Kind.SHARE,
            "share sharing sharer social socials addtoany sharedaddy addthis share-buttons social-links socialmedia social-media",
            Kind.RELATED,
            "related recirc recirculation recommended recommendation recommendations trending popular most-read mostread readmore read-more read-next also-read "
                    + "outbrain taboola more-stories morestories similar latest-news latest-posts latest upnext up-next you-may-like jp-relatedposts relatedposts related-posts crosslink",
            Kind.COOKIES, "cookie cookies consent gdpr onetrust cookiebar cookielaw", Kind.COMMENTS,
            "comment comments comentarios commentaires disqus commentlist comment-list respond commentform fb-comments",
            Kind.PROMOTION,
            "newsletter subscribe subscription signup sign-up promo promotion advert advertisement ad ads adslot sponsor sponsored paywall popup modal optin opt-in banner cta "
                    + "call-to-action lead-form affiliate disclosure donate donation mailchimp adspot a-rec w-form-done w-form-fail",
            Kind.FOOTER, "footer copyright colophon imprint", Kind.HEAD,
            "byline dateline author-bio authorbio author-box authorbox author-info author-card about-author bio post-meta entry-meta article-meta meta postmeta timestamp",
            Kind.ELSEWHERE,
            "sidebar widget-area tags taglist tag-list tag-links tagcloud post-tags entry-tags rating ratings"));
    /** A part with more of the page's prose than that is the page, whatever it is called. */
    private static final double MOST = 0.4;

    private static final Set<String> PAGES = Set.of("html", "body", "main", "article");

    /** What is called navigation but has few links is a part of the article that the navigation leads to. */
    private static final double FEW_LINKS = 0.3;

    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    private static final Pattern HUMP = Pattern.compile("([a-z])([A-Z])");

    private final Sums prose;
    private final Sums words;
    private final Sums links;

    private Zones(List<Block> blocks) {
        prose = new Sums(blocks, 0, Block::prose);
        words = new Sums(blocks, 0, Block::words);
        links = new Sums(blocks, 0, Block::links);
    }

    /** The blocks with what their places say about them. */
    static Outline mark(Outline outline) {
        Zones zones = new Zones(outline.blocks());
        Map<Part, Kind> kinds = zones.kinds(outline.parts());
        List<Block> marked = outline.blocks().stream().map(block -> block.aside(kinds.get(block.part()))).toList();
        // A name that much of the prose bears, in however many boxes, says nothing.
        Set<Kind> nothing = EnumSet.noneOf(Kind.class);
        for (Kind kind : List.of(Kind.ELSEWHERE, Kind.PROMOTION, Kind.HEAD, Kind.SHARE)) {
            int bearing = marked.stream().filter(block -> block.aside() == kind).mapToInt(Block::prose).sum();
            if (bearing > MOST * zones.prose.all()) {
                nothing.add(kind);
            }
        }
        return new Outline(
                marked.stream().map(block -> nothing.contains(block.aside()) ? block.aside(null) : block).toList(),
                outline.parts());
    }

    /** What the innermost of the elements around each part says that says anything; none where nothing is said. */
    private Map<Part, Kind> kinds(List<Part> parts) {
        Map<Part, Kind> kinds = new IdentityHashMap<>();
        for (Part part : parts) {
            Kind own = named(part);
            Kind kind = own == Kind.BODY ? kinds.get(part.parent()) : own;
            if (kind != null) {
                kinds.put(part, kind);
            }
        }
        return kinds;
    }

    /** {@link Kind#BODY} when nothing is said. */
    private Kind named(Part part) {
        String tag = part.element().normalName();
        Kind said = part.said();
        boolean page = said == Kind.BODY || prose.in(part) > MOST * prose.all() || PAGES.contains(tag)
                || HEADING.matcher(tag).matches();
        boolean misnamed = said == Kind.NAVIGATION && !tag.equals("nav") && prose.in(part) > 0
                && links.in(part) < FEW_LINKS * words.in(part);
        return page || misnamed ? Kind.BODY : said;
    }

    /** What an element calls itself; {@link Kind#BODY} when it says nothing. */
    static Kind said(Element element) {
        Kind kind = ELEMENTS.getOrDefault(element.normalName(), ROLES.getOrDefault(element.attr("role"), Kind.BODY));
        String names = element.className() + " " + element.id();
        return kind != Kind.BODY || names.length() == 1 ? kind : named(names);
    }

    private static Kind named(String names) {
        for (String name : HUMP.matcher(names).replaceAll("$1-$2").toLowerCase(Locale.ROOT)
                .split("\\s+")) {
            if (name.length() > 80) {
                continue;
            }
            String[] words = name.split("[-_:]+");
            Kind whole = NAMES.get(name);
            if (whole != null) {
                return whole;
            }
            for (int i = 0; i < words.length; i++) {
                String two = i + 1 < words.length ? words[i] + "-" + words[i + 1] : words[i];
                Kind kind = NAMES.getOrDefault(two, NAMES.getOrDefault(words[i], Kind.BODY));
                if (kind != Kind.BODY) {
                    return kind;
                }
            }
        }
        return Kind.BODY;
    }

    private static Map<String, Kind> names(Map<Kind, String> lists) {
        Map<String, Kind> names = new HashMap<>();
        lists.forEach((kind, list) -> List.of(list.split(" ")).forEach(name -> names.put(name, kind)));
        return Map.copyOf(names);
    }
}
