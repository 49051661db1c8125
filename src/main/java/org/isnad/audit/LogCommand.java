package org.isnad.audit;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import org.isnad.kernel.Command;
import org.isnad.kernel.Stamp;

/**
 * {@code log check}: compares state, history and log, and says what does not agree. {@code log key}: the public keys, for those who
 * check checkpoints.
 *
 * <p>
 * Exit code 0 when all agrees, 1 when something does not, 2 for a wrong use.
 */
@ApplicationScoped
@Unremovable
class LogCommand implements Command {
    private final LogCheck check;
    private final TransparencyLog log;
    private final PrintStream out;

    LogCommand(LogCheck check, TransparencyLog log) {
        this.check = check;
        this.log = log;
        this.out = System.out;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public int run(List<String> arguments) {
        return switch (arguments.isEmpty() ? "" : arguments.get(0)) {
            case "check" -> check();
            case "key" -> key();
            default -> {
                out.println("Usage: log check | log key");
                yield 2;
            }
        };
    }

    private int check() {
        try {
            LogCheck.Result result = check.run(Stamp.SYSTEM);
            result.findings().forEach(out::println);
            out.println(result.size() + " events in the log and the rows of " + result.aggregates()
                    + " aggregates compared: "
                    + (result.findings().isEmpty() ? "all agree" : result.findings().size() + " do not agree"));
            return result.findings().isEmpty() ? 0 : 1;
        } catch (SQLException | LogCheck.Busy | CheckProgress.Stopped e) {
            out.println("The comparison could not be made: " + e.getMessage());
            return 1;
        }
    }

    private int key() {
        return log.keys().map(keys -> {
            out.print(keys.encoded());
            return 0;
        }).orElseGet(() -> {
            out.println("isnad.log.dir is not set, so there is no key here.");
            return 2;
        });
    }
}
