package org.isnad.audit.witness;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.quarkus.mailer.reactive.ReactiveMailer;

import org.isnad.audit.log.LogSettings;
import org.isnad.tlog.CosignatureVerifier;
import org.isnad.tlog.NoteVerifier;

/**
 * Somebody else who keeps checkpoints, as the settings name them.
 *
 * @param name
 *            of the settings; also what the database remembers it by
 * @param to
 *            a folder ({@code file:}), a C2SP tlog-witness ({@code http:}, {@code https:}) or a person ({@code mailto:})
 * @param key
 *            of one that cosigns
 * @param every
 *            how long a new checkpoint may wait, so that not each of them is pushed
 */
public record LogWitness(String name, URI to, Optional<NoteVerifier> key, Duration every) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern MAIL = Pattern.compile("[^\\s@?%<>,;]+@[^\\s@?%<>,;]+");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Duration DAILY = Duration.ofDays(1);

    /**
     * @throws IllegalArgumentException
     *             when a setting is wrong; the message names it
     */
    static List<LogWitness> all(LogSettings settings) {
        return settings.witness().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> of(entry.getKey(), entry.getValue())).toList();
    }

    private static LogWitness of(String name, LogSettings.Witness settings) {
        if (!NAME.matcher(name).matches()) {
            throw wrong(name, "", "a witness's name has letters of English, digits, dots, hyphens and underscores");
        }
        URI to = address(name, settings.to().strip());
        Optional<NoteVerifier> key = settings.key().map(text -> key(name, text.strip()));
        if (isWeb(to) != key.isPresent()) {
            throw wrong(name, ".key", isWeb(to)
                    ? "it is missing: the key that the witness prints at its start, NAME+ID+KEY"
                    : "only a witness at an http or https address has a key");
        }
        Duration every = settings.every().orElse(isMail(to) ? DAILY : OFTEN);
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw wrong(name, ".every", every + " is not between " + SHORTEST + " and " + LONGEST);
        }
        return new LogWitness(name, to, key, every);
    }

    private static URI address(String name, String text) {
        try {
            URI to = new URI(text);
            boolean folder = "file".equals(to.getScheme()) && to.getPath() != null && to.getAuthority() == null
                    && Path.of(to).isAbsolute();
            boolean web = isWeb(to) && to.getHost() != null && to.getUserInfo() == null && to.getQuery() == null
                    && to.getFragment() == null;
            boolean mail = isMail(to) && MAIL.matcher(to.getSchemeSpecificPart()).matches();
            if (folder || web || mail) {
                return to;
            }
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            // The message below says what it should be.
        }
        throw wrong(name, ".to", '"' + text + "\" is none of file:/FOLDER, https://HOST/PREFIX, mailto:NAME@HOST");
    }

    private static NoteVerifier key(String name, String text) {
        NoteVerifier key;
        try {
            key = NoteVerifier.of(text);
        } catch (IllegalArgumentException e) {
            throw wrong(name, ".key", "it cannot be read: " + e.getMessage());
        }
        if (!(key instanceof CosignatureVerifier)) {
            throw wrong(name, ".key", "it is no key of a witness (a cosignature/v1 key)");
        }
        return key;
    }

    private static IllegalArgumentException wrong(String name, String setting, String why) {
        return new IllegalArgumentException("isnad.log.witness.\"" + name + "\"" + setting + ": " + why);
    }

    private static boolean isWeb(URI to) {
        return "http".equals(to.getScheme()) || "https".equals(to.getScheme());
    }

    private static boolean isMail(URI to) {
        return "mailto".equals(to.getScheme());
    }

    boolean isMail() {
        return isMail(to);
    }

    /** How long it may lack a checkpoint before somebody should look: twice its time, and some for a restart. */
    Duration patience() {
        return every.multipliedBy(2).plusMinutes(5);
    }

    /**
     * @param mailer
     *            asked for only where mail is sent
     */
    WitnessTarget target(Supplier<ReactiveMailer> mailer) {
        if (isMail()) {
            return new MailWitness(mailer.get(), to.getSchemeSpecificPart());
        }
        return key.<WitnessTarget>map(verifier -> new TlogWitness(verifier, new WitnessHttp(to)))
                .orElseGet(() -> new FolderWitness(Path.of(to)));
    }
}
