package org.isnad.article.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

import org.isnad.article.Decoding;
import org.isnad.article.formats.FormatReading.Read;
import org.isnad.article.formats.FormatReading.Reason;
import org.isnad.article.formats.FormatReading.Unreadable;

/**
 * Reads a mail or a web archive (MHTML): its first web page, else its first plain text. What is attached is passed over, except
 * that a mail around another one and nothing else is read as that other one.
 */
final class MailFormat {
    static final String MEDIA_TYPE = "message/rfc822";
    private static final String ARCHIVE = "multipart/related";
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 1000;
    private static final int LOOK_AHEAD = 16 * 1024;
    private static final Set<String> ENCRYPTED = Set.of("multipart/encrypted", "application/pkcs7-mime",
            "application/x-pkcs7-mime");
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]+:.*");
    /** A text may begin with «From:» and «Date:»; no person writes these. */
    private static final Pattern SURE_SIGN = Pattern.compile("(?i)(?:mime-version|received|message-id|return-path"
            + "|content-transfer-encoding|snapshot-content-location)\\s*:.*|content-type\\s*:\\s*[a-z]+/[a-z].*");
    private static final MimeConfig LIMITS = MimeConfig.custom().setMaxLineLen(-1).setMaxHeaderLen(100_000)
            .setMaxHeaderCount(1000).setMaxContentLen(Formats.MOST_UNPACKED).build();

    private MailFormat() {}

    static boolean is(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LOOK_AHEAD), StandardCharsets.ISO_8859_1);
        List<String> fields = head.lines().skip(head.startsWith("From ") ? 1 : 0).takeWhile(line -> !line.isEmpty())
                .toList();
        boolean cut = bytes.length > LOOK_AHEAD && fields.size() > 1;
        List<String> whole = cut ? fields.subList(0, fields.size() - 1) : fields;
        return whole.stream().anyMatch(line -> SURE_SIGN.matcher(line).matches())
                && whole.stream().allMatch(line -> FIELD.matcher(line).matches() || line.startsWith(" ")
                        || line.startsWith("\t"))
                && FIELD.matcher(whole.get(0)).matches();
    }

    static FormatReading read(byte[] bytes) throws IOException {
        refuseManyParts(bytes);
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(LIMITS);
        Message message = builder.parseMessage(new ByteArrayInputStream(bytes));
        try {
            return read(message, 0);
        } finally {
            message.dispose();
        }
    }

    /** In few bytes there can be millions of parts, of which each is kept with its fields. */
    private static void refuseManyParts(byte[] bytes) throws IOException {
        MimeStreamParser parser = new MimeStreamParser(LIMITS);
        parser.setContentHandler(new AbstractContentHandler() {
            private int parts;

            @Override
            public void startHeader() throws MimeException {
                if (++parts > MOST_PARTS) {
                    throw new MimeException(new TooLargeException());
                }
            }
        });
        try {
            parser.parse(new ByteArrayInputStream(bytes));
        } catch (MimeException e) {
            throw e.getCause() instanceof TooLargeException tooLarge ? tooLarge : new IOException(e);
        }
    }

    private static FormatReading read(Message message, int depth) throws IOException {
        if (ENCRYPTED.contains(type(message))) {
            return new Unreadable(MEDIA_TYPE, Reason.ENCRYPTED);
        }
        List<Entity> parts = new ArrayList<>();
        collect(message, parts, depth);
        Optional<Entity> page = mainPage(message, parts);
        Optional<Entity> words = page.or(() -> first(parts, "text/plain"));
        if (words.isPresent()) {
            return read(message, words.get(), page.isPresent());
        }
        Optional<Message> inner = parts.stream().map(Entity::getBody).filter(Message.class::isInstance)
                .map(Message.class::cast).findFirst();
        return inner.isPresent() && depth < DEEPEST
                ? read(inner.get(), depth + 1)
                : new Unreadable(MEDIA_TYPE, Reason.NO_TEXT);
    }

    private static Read read(Message message, Entity words, boolean html) throws IOException {
        Date sent = message.getDate();
        return new Read(type(message).equals(ARCHIVE) ? ARCHIVE : MEDIA_TYPE, text(words), html,
                Values.of(message.getSubject()), Values.of(sender(message)), sent == null ? null : sent.toInstant(),
                address(message, words).orElse(null));
    }

    private static void collect(Entity entity, List<Entity> parts, int depth) throws IOException {
        Body body = entity.getBody();
        if (depth > DEEPEST || "attachment".equalsIgnoreCase(entity.getDispositionType())) {
            return;
        }
        if (body instanceof Multipart multipart) {
            for (Entity part : multipart.getBodyParts()) {
                collect(part, parts, depth + 1);
            }
        } else {
            parts.add(entity);
        }
    }

    /** The part that an archive names as its root, else the first web page. */
    private static Optional<Entity> mainPage(Message message, List<Entity> parts) {
        String root = message.getHeader().getField("Content-Type") instanceof ContentTypeField type
                ? type.getParameter("start")
                : null;
        return Stream.concat(
                parts.stream().filter(part -> root != null && type(part).equals("text/html")
                        && root.equals(field(part, "Content-ID").orElse(null))),
                first(parts, "text/html").stream()).findFirst();
    }

    private static Optional<Entity> first(List<Entity> parts, String type) {
        return parts.stream().filter(part -> type(part).equals(type)).findFirst();
    }

    private static String text(Entity part) throws IOException {
        if (!(part.getBody() instanceof SingleBody body)) {
            return "";
        }
        byte[] bytes;
        try (InputStream stream = body.getInputStream()) {
            bytes = stream.readNBytes(Formats.LONGEST_TEXT + 1);
        }
        if (bytes.length > Formats.LONGEST_TEXT) {
            throw new TooLargeException();
        }
        String text = charset(part).map(charset -> new String(bytes, charset))
                .orElseGet(() -> Decoding.decode(bytes));
        return text.replace("\r\n", "\n");
    }

    /** Empty where none is declared that is known, and then the text itself has to tell. */
    private static Optional<Charset> charset(Entity part) {
        String declared = part.getHeader() != null
                && part.getHeader().getField("Content-Type") instanceof ContentTypeField type
                        ? type.getCharset()
                        : null;
        try {
            return Optional.ofNullable(declared).map(Charset::forName)
                    .filter(charset -> !charset.equals(StandardCharsets.US_ASCII));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String sender(Message message) {
        return message.getFrom() == null || message.getFrom().isEmpty() ? null : message.getFrom().get(0).getName();
    }

    /** Only web addresses: archives of local files and of frames have others. */
    private static Optional<String> address(Message message, Entity page) {
        return Stream
                .of(field(page, "Content-Location"), field(message, "Snapshot-Content-Location"),
                        field(message, "Content-Location"), field(message, "Content-Base"))
                .flatMap(Optional::stream).filter(link -> link.matches("(?i)https?://[^\\s]+")).findFirst();
    }

    private static Optional<String> field(Entity entity, String name) {
        return Optional.ofNullable(entity.getHeader()).map(header -> header.getField(name)).map(Field::getBody)
                .map(String::strip);
    }

    private static String type(Entity entity) {
        String type = entity.getMimeType();
        return type == null ? "text/plain" : type.toLowerCase(Locale.ROOT);
    }
}
