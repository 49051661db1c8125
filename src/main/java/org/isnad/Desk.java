package org.isnad;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

import org.isnad.kernel.Command;
import org.isnad.platform.local.LocalNewsroom;

/** The started application: the web server until it is told to stop, or one command. */
class Desk implements QuarkusApplication {
    private static final int NO_SUCH_COMMAND = 2;

    private final Instance<Command> commands;

    Desk(@Any Instance<Command> commands) {
        this.commands = commands;
    }

    @Override
    public int run(String... arguments) {
        if (arguments.length > 0) {
            return command(List.of(arguments));
        }
        LocalNewsroom.welcome();
        Quarkus.waitForExit();
        return 0;
    }

    private int command(List<String> words) {
        var named = commands.stream().filter(command -> command.name().equals(words.get(0))).findFirst();
        if (named.isEmpty()) {
            System.err.println("There is no command " + words.get(0) + ". There is: "
                    + commands.stream().map(Command::name).sorted().collect(Collectors.joining(", ")));
            return NO_SUCH_COMMAND;
        }
        return named.get().run(words.subList(1, words.size()));
    }
}
