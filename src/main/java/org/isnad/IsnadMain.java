package org.isnad;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;

import org.isnad.platform.local.LocalNewsroom;
import org.isnad.platform.local.LocalStackException;

/**
 * Starts the desk. {@code quarkus:dev} and {@code isnad.local=true} bring PostgreSQL and Keycloak along; a production start
 * without their addresses is refused. With arguments it runs a command instead of the web server.
 */
@QuarkusMain
public class IsnadMain {
    public static void main(String... arguments) {
        var config = ConfigProvider.getConfig();
        boolean command = arguments.length > 0;
        try {
            if (config.getOptionalValue("isnad.local", Boolean.class).orElse(false)) {
                LocalNewsroom.open(config, command);
            } else {
                RequiredSettings.check(config, command);
            }
        } catch (LocalStackException | RequiredSettings.Missing e) {
            System.err.println("\n" + e.getMessage() + "\n");
            System.exit(1);
        }
        if (command) {
            // A command serves nobody, and the ports may belong to the desk that runs beside it.
            System.setProperty("isnad.log.enabled", "false");
            System.setProperty("isnad.intake.threads", "0");
            System.setProperty("quarkus.scheduler.enabled", "false");
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.management.host-enabled", "false");
            System.setProperty("quarkus.oidc.tenant-enabled", "false");
            System.setProperty("quarkus.oidc.service.tenant-enabled", "false");
        }
        Quarkus.run(Desk.class, arguments);
    }
}
