package org.isnad.intake.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds: RSS, Atom (RFC 4287), and sitemaps (sitemaps.org) with what Google's news extension says of each page. A document type is
 * refused, since it can name files and other servers.
 */
final class FeedFile {
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";
    private static final int MOST_ENTRIES = 1000;

    private FeedFile() {}

    /** The bytes are no feed. The message is a sentence. */
    static final class NotAFeed extends Exception {
        private static final long serialVersionUID = 1L;

        NotAFeed(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * What the feed tells of, in its order; entries without an address are left out, and of a very long feed its end.
     *
     * @param address
     *            where the feed lies; addresses in it may be relative to that
     */
    static List<FeedEntry> read(byte[] bytes, String address) throws NotAFeed {
        return "urlset".equals(root(bytes)) ? sitemap(bytes) : feed(bytes, address);
    }

    private static List<FeedEntry> feed(byte[] bytes, String address) throws NotAFeed {
        try (XmlReader text = new XmlReader(new ByteArrayInputStream(bytes), true, StandardCharsets.UTF_8.name())) {
            SyndFeedInput input = new SyndFeedInput();
            input.setAllowDoctypes(false);
            return input.build(text).getEntries().stream().flatMap(entry -> entry(entry, address))
                    .limit(MOST_ENTRIES).toList();
        } catch (IOException | FeedException | IllegalArgumentException e) {
            throw new NotAFeed("What lies there is no feed: " + e.getMessage());
        }
    }

    private static Stream<FeedEntry> entry(SyndEntry entry, String address) {
        String link = entry.getLink() == null || entry.getLink().isBlank() ? entry.getUri() : entry.getLink();
        String absolute = absolute(link, address);
        return absolute == null ? Stream.empty() : Stream.of(new FeedEntry(absolute, plain(entry.getTitle())));
    }

    private static @Nullable String absolute(@Nullable String link, String address) {
        String stripped = link == null ? "" : link.strip();
        if (stripped.regionMatches(true, 0, "http", 0, 4)) {
            return stripped;
        }
        try {
            return stripped.startsWith("/") ? URI.create(address).resolve(stripped).toString() : null;
        } catch (IllegalArgumentException e) {
            // An entry whose address is none tells of nothing.
            return null;
        }
    }

    private static @Nullable String root(byte[] bytes) throws NotAFeed {
        try {
            XMLStreamReader xml = xml(bytes);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new NotAFeed("What lies there has a document type, which the desk does not read.");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    return xml.getLocalName();
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw new NotAFeed("What lies there is no feed: " + e.getMessage());
        }
    }

    private static List<FeedEntry> sitemap(byte[] bytes) throws NotAFeed {
        List<FeedEntry> entries = new ArrayList<>();
        String location = null;
        String title = null;
        try {
            XMLStreamReader xml = xml(bytes);
            while (xml.hasNext() && entries.size() < MOST_ENTRIES) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && is("loc", SITEMAP, xml)) {
                    location = xml.getElementText().strip();
                } else if (event == XMLStreamConstants.START_ELEMENT && is("title", NEWS, xml)) {
                    title = xml.getElementText().strip();
                } else if (event == XMLStreamConstants.END_ELEMENT && is("url", SITEMAP, xml)) {
                    if (location != null && !location.isEmpty()) {
                        entries.add(new FeedEntry(location, plain(title)));
                    }
                    location = null;
                    title = null;
                }
            }
            return entries;
        } catch (XMLStreamException e) {
            throw new NotAFeed("The sitemap cannot be read: " + e.getMessage());
        }
    }

    private static boolean is(String name, String namespace, XMLStreamReader xml) {
        return xml.getLocalName().equals(name) && namespace.equals(xml.getNamespaceURI());
    }

    private static XMLStreamReader xml(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }

    /** Feeds write titles as text or as HTML, and often do not say which. */
    private static @Nullable String plain(@Nullable String title) {
        if (title == null || title.isBlank()) {
            return null;
        }
        String text = title.indexOf('<') < 0 && title.indexOf('&') < 0 ? title : Jsoup.parseBodyFragment(title).text();
        return text.isBlank() ? null : text.strip();
    }
}
