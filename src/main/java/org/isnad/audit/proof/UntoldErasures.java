package org.isnad.audit.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Problem;

/** Erasures that a checkpoint does not cover yet: what is taken away under it would miss values, and not say why. */
final class UntoldErasures {
    private static final String ANY = """
            select 1 from erasure e join audit_event x on x.transaction_id = e.done_in
            where (cast(? as uuid) is null or x.aggregate_id = ?)
              and not exists (select 1 from log_leaf l where l.event_id = x.id and l.index < ?) limit 1
            """;

    private UntoldErasures() {}

    /**
     * @param size
     *            of the checkpoint
     * @param claim
     *            whose erasures count; null for all
     * @throws Problem.NotFound
     *             in the second or two until a checkpoint covers them
     */
    static void mustNotBe(long size, @Nullable UUID claim, Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ANY)) {
            query.setObject(1, claim);
            query.setObject(2, claim);
            query.setLong(3, size);
            try (ResultSet found = query.executeQuery()) {
                if (found.next()) {
                    throw new Problem.NotFound("log");
                }
            }
        }
    }
}
