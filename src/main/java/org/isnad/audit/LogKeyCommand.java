package org.isnad.audit;

import java.io.PrintStream;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** {@code log key}: the public keys, for those who check checkpoints. */
@ApplicationScoped
class LogKeyCommand implements LogSubcommand {
    private final TransparencyLog log;

    LogKeyCommand(TransparencyLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "key";
    }

    @Override
    public List<String> usage() {
        return List.of("key                  prints the public keys");
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (!arguments.isEmpty()) {
            return WRONG_USE;
        }
        return log.keys().map(keys -> {
            out.print(keys.encoded());
            return DONE;
        }).orElseGet(() -> {
            out.println("isnad.log.dir is not set, so there is no key here.");
            return WRONG_USE;
        });
    }
}
