package org.isnad.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.isnad.tlog.SignedNote;

/** For tests elsewhere: what {@link LogCheck} compares, over a connection of the caller's own and without writing it down. */
public final class Comparison {
    private Comparison() {}

    /**
     * @param held
     *            a checkpoint that left the machine
     * @return what does not agree
     */
    public static List<String> findings(Connection connection, Optional<SignedNote> held) throws SQLException {
        List<String> findings = new ArrayList<>();
        TreeCheck tree = new TreeCheck(connection, findings);
        tree.run();
        held.ifPresent(tree::mustHold);
        new EventCheck(connection, findings).run();
        new StateCheck(connection, findings).run();
        return findings;
    }
}
