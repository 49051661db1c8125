package org.isnad.kernel;

import java.util.List;

/** Something an operator runs from the command line instead of the web server, such as a bulk import. */
public interface Command {
    /** The first word on the command line. */
    String name();

    /** Does it; returns the process's exit code. */
    int run(List<String> arguments);
}
