package org.isnad.audit.check;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.isnad.audit.log.LogSubcommand;
import org.isnad.kernel.Stamp;

/** {@code log check}: compares state, history and log, and says what does not agree. */
@ApplicationScoped
class LogCheckCommand implements LogSubcommand {
    private final LogCheck check;

    LogCheckCommand(LogCheck check) {
        this.check = check;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public List<String> usage() {
        return List.of("check                compares state, history and log, and names what differs");
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (!arguments.isEmpty()) {
            return WRONG_USE;
        }
        try {
            LogCheck.Result result = check.run(Stamp.SYSTEM);
            result.findings().forEach(out::println);
            out.println(result.size() + " events in the log and the rows of " + result.aggregates()
                    + " aggregates compared: "
                    + (result.findings().isEmpty() ? "all agree" : result.findings().size() + " do not agree"));
            return result.findings().isEmpty() ? DONE : NOT_DONE;
        } catch (SQLException | LogCheck.Busy | CheckProgress.Stopped e) {
            out.println("The comparison could not be made: " + e.getMessage());
            return NOT_DONE;
        }
    }
}
