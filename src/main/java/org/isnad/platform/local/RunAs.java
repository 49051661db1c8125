package org.isnad.platform.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account that PostgreSQL runs under. PostgreSQL refuses root; when we are root, it runs as {@code nobody} where that
 * user can reach the folders, else in a user namespace of its own, where root is an ordinary user.
 *
 * @param prefix
 *            put before a command to run it under this account
 * @param owner
 *            who must own the data
 */
record RunAs(List<String> prefix, String owner) {
    private static final RunAs OURSELVES = new RunAs(List.of(), System.getProperty("user.name"));
    private static final RunAs NOBODY = new RunAs(
            List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"), "nobody");
    private static final RunAs NAMESPACE = new RunAs(List.of("unshare", "--user"), "root");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static RunAs choose(Path program, Path data) {
        if (!"root".equals(System.getProperty("user.name"))) {
            if (!OURSELVES.reaches(program, data)) {
                throw new LocalStackException("PostgreSQL does not run on this machine; try " + program + " --version");
            }
            return OURSELVES;
        }
        return Stream.of(NOBODY, NAMESPACE).filter(account -> account.reaches(program, data)).findFirst()
                .orElseThrow(
                        () -> new LocalStackException("PostgreSQL does not run as root, and neither the user nobody "
                                + "(setpriv) nor a user namespace (unshare --user) can reach " + data + " and "
                                + program
                                + ". Run this as an ordinary user, or choose folders that everyone may enter with -D"
                                + LocalSettings.DATA + "=… and -D" + LocalSettings.SERVERS + "=…"));
    }

    List<String> command(String... words) {
        var all = new ArrayList<>(prefix);
        all.addAll(Arrays.asList(words));
        return all;
    }

    /** Gives a folder and all in it to this account. */
    void own(Path folder) throws IOException {
        if (prefix.isEmpty() || Files.getOwner(folder).getName().equals(owner)) {
            return;
        }
        var user = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        try (var all = Files.walk(folder)) {
            for (var path : all.toList()) {
                Files.setOwner(path, user);
            }
        }
    }

    private boolean reaches(Path program, Path data) {
        try {
            return Shell.run(command("sh", "-c", "cd \"$1\" && \"$2\" --version", "sh", data.toString(),
                    program.toString()), PATIENCE).ok();
        } catch (java.io.UncheckedIOException e) {
            // No such tool on this machine.
            return false;
        }
    }
}
