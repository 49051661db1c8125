package org.isnad.verify;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code java -jar isnad-verify.jar COMMAND …}: {@code bundle}, {@code log}, {@code compare} and {@code witness}; without a command
 * it says how they are used. Ends with 0 when everything was verified, 1 when not, 2 when it was used wrongly or something could
 * not be read.
 */
public final class Main {
    static final int VERIFIED = 0;
    static final int NOT_VERIFIED = 1;
    static final int UNUSABLE = 2;

    private static final Set<String> BARE = Set.of("--json");

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    Main(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    public static void main(String[] args) {
        // A report has Arabic letters, whatever the terminal's encoding is said to be.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Main(out, err, Clock.systemUTC()).run(List.of(args)));
    }

    int run(List<String> args) {
        Language language = Language.of(Locale.getDefault());
        try {
            language = language(args, language);
            return command(args, language);
        } catch (UnusableException e) {
            err.println(language.text(e.what(), e.details()));
            return UNUSABLE;
        }
    }

    private static Language language(List<String> args, Language otherwise) {
        int option = args.indexOf("--lang");
        if (option < 0 || option + 1 == args.size()) {
            return otherwise;
        }
        String code = args.get(option + 1);
        return Arrays.stream(Language.values()).filter(one -> one.code().equals(code)).findFirst()
                .orElseThrow(() -> new UnusableException(Say.BAD_LANGUAGE, code));
    }

    private int command(List<String> args, Language language) {
        if (args.isEmpty() || Set.of("help", "--help", "-h").contains(args.get(0))) {
            out.println(language.text(Say.USAGE, List.of()));
            return args.isEmpty() ? UNUSABLE : VERIFIED;
        }
        List<String> rest = args.subList(1, args.size());
        Report report = new Report();
        Arguments arguments;
        switch (args.get(0)) {
            case "bundle" -> {
                arguments = new Arguments(rest, Set.of("--key", "--log", "--lang"), BARE);
                BundleCommand.run(arguments.words(1).get(0), Arguments.key(arguments.required("--key")),
                        arguments.one("--log"), report);
            }
            case "log" -> {
                arguments = new Arguments(rest, Set.of("--key", "--held", "--lang"), BARE);
                log(arguments, report);
            }
            case "compare" -> {
                arguments = new Arguments(rest, Set.of("--key", "--log", "--lang"), BARE);
                List<String> files = arguments.words(2);
                new CompareCommand(Arguments.key(arguments.required("--key")), report).run(held(files.get(0)),
                        held(files.get(1)), arguments.one("--log"));
            }
            case "witness" -> {
                return witness(new Arguments(rest,
                        Set.of("--listen", "--state", "--log-key", "--key", "--name", "--lang"), Set.of()), language);
            }
            default -> throw new UnusableException(Say.UNKNOWN_COMMAND, args.get(0));
        }
        if (arguments.has("--json")) {
            report.printJson(out, language);
        } else {
            report.print(out, language);
        }
        return report.isVerified() ? VERIFIED : NOT_VERIFIED;
    }

    private static void log(Arguments arguments, Report report) {
        String key = Arguments.key(arguments.required("--key"));
        List<LogCheck.HeldFile> held = arguments.all("--held").stream().map(Main::held).toList();
        try (Source source = Source.of(arguments.words(1).get(0))) {
            new LogCheck(source, key, report).run(held, null);
        }
    }

    private static LogCheck.HeldFile held(String file) {
        return new LogCheck.HeldFile(file, Arguments.file(file));
    }

    private int witness(Arguments arguments, Language language) {
        arguments.words(0);
        try (WitnessServer server = WitnessServer.start(arguments, clock, (what, details) -> {
            out.println(language.text(what, details));
            out.flush();
        })) {
            server.serveUntilKilled();
        }
        return VERIFIED;
    }
}
