package org.isnad.platform.local;

import java.util.concurrent.TimeUnit;

import io.quarkus.runtime.Application;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The local stack for as long as this process lives. Live reload runs the program again in the same process, with the classes
 * loaded anew: only strings in system properties survive that, so they say what has happened already.
 */
public final class LocalNewsroom {
    /** Counts the reloads; the hook of an earlier one must not stop the servers of a later one. */
    private static final String GENERATION = "isnad.local.generation";
    private static final String WELCOMED = "isnad.local.welcomed";
    /** Whether the sample newsroom is loaded, see {@code org.isnad.desk.SampleNewsroom}: here unless told otherwise. */
    private static final String SAMPLE = "isnad.sample";
    private static final long APPLICATION_STOPS_WITHIN_S = 40;

    private static @Nullable LocalStack stack;
    private static @Nullable Application application;

    private LocalNewsroom() {}

    /**
     * Starts the servers unless they run already, and tells the application where they are.
     *
     * @param forCommand
     *            whether there is only a command to run, which needs the database, perhaps that of a desk that runs beside it
     * @throws LocalStackException
     *             when they cannot be started
     */
    public static void open(Config config, boolean forCommand) {
        var settings = LocalSettings.from(config);
        int generation = Integer.getInteger(GENERATION, 0) + 1;
        if (!forCommand && generation == 1) {
            Ports.mustBeFree(settings.applicationPort(), "the application", LocalSettings.APPLICATION_PORT);
            config.getOptionalValue("quarkus.management.port", Integer.class)
                    .ifPresent(port -> Ports.mustBeFree(port, "health and metrics", "isnad.management.port"));
        }
        var local = new LocalStack(settings, line -> System.out.println("isnad: " + line));
        if (forCommand) {
            if (local.startDatabase()) {
                Runtime.getRuntime().addShutdownHook(new Thread(local::stopDatabase, "isnad-local-stop"));
            }
        } else if (generation == 1) {
            local.start();
        }
        local.properties().forEach(System::setProperty);
        if (!forCommand) {
            if (config.getOptionalValue(SAMPLE, Boolean.class).isEmpty()) {
                System.setProperty(SAMPLE, "true");
            }
            System.setProperty(GENERATION, String.valueOf(generation));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(local, generation), "isnad-local-stop"));
            stack = local;
        }
    }

    /** Called when the application runs; says where, the first time. */
    public static void welcome() {
        application = Application.currentApplication();
        if (stack != null && System.getProperty(WELCOMED) == null) {
            System.setProperty(WELCOMED, "true");
            System.out.println(stack.banner());
        }
    }

    /** In this order: application, Keycloak, PostgreSQL. Both hooks, Quarkus's and this one, are started at the same time. */
    private static void close(LocalStack local, int generation) {
        if (Integer.getInteger(GENERATION, 0) != generation) {
            return;
        }
        awaitApplication();
        System.out.println("isnad: Keycloak and PostgreSQL are stopping...");
        local.stop();
    }

    private static void awaitApplication() {
        var running = application;
        if (running == null) {
            return;
        }
        var wait = new Thread(running::awaitShutdown, "isnad-application-stops");
        wait.setDaemon(true);
        wait.start();
        try {
            wait.join(TimeUnit.SECONDS.toMillis(APPLICATION_STOPS_WITHIN_S));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
