package org.isnad.audit.log;

import java.io.PrintStream;
import java.util.List;

/** One of the things that {@code log …} does, each in a class of its own. */
public interface LogSubcommand {
    /** Done, and all is as it should be. */
    int DONE = 0;
    /** Not done, or something is not as it should be; what it is was said. */
    int NOT_DONE = 1;
    /** Used wrongly. */
    int WRONG_USE = 2;

    /** The word after {@code log}. */
    String name();

    /** How it is written and what it does: one line for each form. */
    List<String> usage();

    /**
     * @param arguments
     *            what follows its name
     * @param out
     *            for whoever started it
     * @return the exit code; {@link #WRONG_USE} lets {@link LogCommand} print the usage
     */
    int run(List<String> arguments, PrintStream out);
}
