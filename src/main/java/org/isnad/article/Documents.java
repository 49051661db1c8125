package org.isnad.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.isnad.article.Proposals.Refused;
import org.isnad.article.extraction.Extraction;
import org.isnad.article.extraction.Extractor;
import org.isnad.article.formats.FormatReading;
import org.isnad.article.formats.Formats;

/**
 * Makes proposals of uploaded bytes: a plain text, a web page, a PDF or Word file, a mail or web archive, or a ZIP of these. What the bytes are is found out from the
 * bytes; nothing is ever written to a file, and names are only carried along. Keeps what it found while it unpacks, so use one
 * per upload.
 */
final class Documents {
    /** The largest document, in bytes: the longest text that can be stored, three times over. */
    static final int LARGEST = 6 * 1024 * 1024;
    static final int LARGEST_FORMATTED = 20 * 1024 * 1024;
    /** The largest file that is looked at, in bytes: a ZIP of many documents. */
    static final int LARGEST_UPLOAD = 60 * 1024 * 1024;
    private static final int MOST_FILES = 500;
    private static final int LOOK_AHEAD = 4096;
    private static final int SHORTEST_HEADING = 8;
    private static final Pattern SITE = Pattern.compile("|\\s*[|–—·:-]\\s.*");
    /** What mail programs put before a subject when somebody answers or passes it on. */
    private static final Pattern FORWARDED = Pattern.compile(
            "^(?:(?:re|fwd?|aw|wg|tr|رد|تحويل|إعادة توجيه)\\s*[:：]\\s*)+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML = Pattern.compile(
            "^\\s*(?:<\\?xml[^>]*>\\s*|<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body|meta|title|article|div|section|main|p|h1)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final List<ArticleProposal> articles = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    private Documents() {}

    static Proposals read(Upload upload) {
        Documents documents = new Documents();
        if (ZipFiles.isZip(upload.bytes())) {
            documents.unzip(upload);
        } else {
            documents.document(upload);
        }
        return new Proposals(documents.articles, documents.refused);
    }

    /** The article of a document that is one; nothing when it cannot be read, or holds several. */
    static Optional<ArticleProposal> only(Upload upload) {
        List<ArticleProposal> articles = read(upload).articles();
        return articles.size() == 1 ? Optional.of(articles.get(0)) : Optional.empty();
    }

    /** How large a document of this kind may be, in bytes: a PDF or Word file holds pictures and letters beside its text. */
    static int largest(byte[] bytes) {
        return Formats.isPdf(bytes) || Formats.isDocx(bytes) || Formats.isMail(bytes) ? LARGEST_FORMATTED : LARGEST;
    }

    /** What the bytes are, found out from them. */
    static String mediaType(byte[] bytes, @Nullable String charset) {
        return Formats.mediaType(bytes).orElseGet(() -> mediaType(Decoding.decode(bytes, charset)));
    }

    /** What a text is: {@code text/html} or {@code text/plain}. */
    private static String mediaType(String text) {
        return HTML.matcher(CodePoints.head(text, LOOK_AHEAD)).find() ? "text/html" : "text/plain";
    }

    private void unzip(Upload upload) {
        ZipFiles.read(upload.bytes(), MOST_FILES, new ZipFiles.Visitor() {
            @Override
            public void file(String name, byte[] bytes) {
                document(new Upload(name, bytes));
            }

            @Override
            public void refused(@Nullable String name, String why) {
                refused.add(new Refused(name == null ? nameOf(upload) : name, why));
            }
        });
    }

    private void document(Upload upload) {
        if (upload.bytes().length > largest(upload.bytes())) {
            refused.add(new Refused(nameOf(upload), "too-large"));
            return;
        }
        Optional<FormatReading> format = Formats.read(upload.bytes());
        if (format.isPresent()) {
            formatted(upload, format.get());
        } else {
            written(upload);
        }
    }

    private void formatted(Upload upload, FormatReading format) {
        if (format instanceof FormatReading.Read read) {
            // A mail or an archived page is as it was sent; a PDF or Word file may say when it was typed, which is another time.
            Instant capturedAt = Formats.isMail(upload.bytes()) ? read.created() : null;
            propose(upload, read.mediaType(), read.address(), read.html()
                    ? Extractor.html(read.text(), read.address(), capturedAt)
                    : Extractor.savedText(underTitle(read, upload), capturedAt));
        } else if (format instanceof FormatReading.Unreadable unreadable) {
            refused.add(new Refused(nameOf(upload), unreadable.reason().code()));
        }
    }

    /**
     * A mail's subject is its title; without it the first sentence would be taken for one, and be missing from the text. Other files
     * may have any title, so theirs only tells which of the lines it is: a printed page begins with its menu.
     */
    private static String underTitle(FormatReading.Read read, Upload upload) {
        String title = read.title() == null ? "" : FORWARDED.matcher(read.title()).replaceFirst("").strip();
        String heading = Formats.isMail(upload.bytes())
                ? title
                : read.text().lines().map(String::strip).filter(line -> isHeading(line, title)).findFirst().orElse("");
        return heading.isEmpty() || read.text().stripLeading().startsWith(heading)
                ? read.text()
                : heading + "\n\n" + read.text();
    }

    /** The file's title, or all of it but the site's name. */
    private static boolean isHeading(String line, String title) {
        return line.length() >= SHORTEST_HEADING && title.startsWith(line)
                && SITE.matcher(title.substring(line.length())).matches();
    }

    private void written(Upload upload) {
        String text = lines(Decoding.decode(upload.bytes(), upload.charset()));
        if (text.codePoints().allMatch(Passage::isBlank)) {
            refused.add(new Refused(nameOf(upload), "empty"));
        } else if (!isText(text)) {
            refused.add(new Refused(nameOf(upload), "not-text"));
        } else {
            String mediaType = mediaType(text);
            propose(upload, mediaType, upload.address(), mediaType.equals("text/html")
                    ? Extractor.html(text, upload.address(), upload.capturedAt())
                    : Extractor.savedText(text, upload.capturedAt()));
        }
    }

    private void propose(Upload upload, String mediaType, @Nullable String address, Extraction found) {
        String article = found.text();
        if (article.codePoints().allMatch(Passage::isBlank)) {
            refused.add(new Refused(nameOf(upload), "empty"));
            return;
        }
        articles.add(new ArticleProposal(upload, mediaType,
                Original.sha256(upload.bytes()), orElse(found.address(), address), found.title(),
                found.byline(), found.outlet(), found.publishedOn(), found.language(), found.found(), article,
                found.lines(), null,
                null));
    }

    private static @Nullable String orElse(@Nullable String said, @Nullable String otherwise) {
        return said == null ? otherwise : said;
    }

    /** The only change that stored text ever undergoes: line ends become LF. */
    static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Pictures, PDF and programs decode to something, but to control characters, which no article has. */
    private static boolean isText(String text) {
        return !text.startsWith("%PDF-") && text.codePoints().noneMatch(
                c -> c < 0x20 && c != '\n' && c != '\t' && c != '\f' && c != 0x1A && c != 0x0B || c == 0xFFFE);
    }

    private static String nameOf(Upload upload) {
        return upload.fileName() == null ? "" : upload.fileName();
    }

    /** A name that can be stored and shown: at most 255 code points without control characters; null for none. */
    static @Nullable String nameToKeep(@Nullable String name) {
        String kept = name == null ? "" : printable(name).strip();
        return kept.isEmpty() ? null : CodePoints.head(kept, 255);
    }

    static String printable(String name) {
        StringBuilder printable = new StringBuilder();
        name.codePoints().filter(c -> !Character.isISOControl(c)
                && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)).forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
