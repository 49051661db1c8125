package org.isnad.audit.log;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.quarkus.arc.Unremovable;

import org.isnad.kernel.Command;

/**
 * {@code log …}: what an operator does with the log, see {@link LogSubcommand}.
 *
 * <p>
 * Exit code 0 when all is well, 1 when something is not, 2 for a wrong use.
 */
@ApplicationScoped
@Unremovable
public class LogCommand implements Command {
    private final Instance<LogSubcommand> all;
    private final PrintStream out;

    LogCommand(@Any Instance<LogSubcommand> all) {
        this.all = all;
        this.out = System.out;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public int run(List<String> arguments) {
        return run(arguments, all.stream().toList(), out);
    }

    /** The same with commands and an output of the caller's. */
    public static int run(List<String> arguments, List<LogSubcommand> among, PrintStream out) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        List<LogSubcommand> named = among.stream().filter(command -> command.name().equals(first)).toList();
        int code = LogSubcommand.WRONG_USE;
        for (LogSubcommand command : named) {
            try {
                code = command.run(arguments.subList(1, arguments.size()), out);
            } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
                out.println(e.getMessage());
                code = LogSubcommand.NOT_DONE;
            }
        }
        if (code == LogSubcommand.WRONG_USE) {
            out.println("Usage:");
            Stream<LogSubcommand> shown = (named.isEmpty() ? among : named).stream()
                    .sorted(Comparator.comparing(LogSubcommand::name));
            shown.flatMap(command -> command.usage().stream()).forEach(line -> out.println("  log " + line));
        }
        return code;
    }
}
