package org.isnad.testsupport;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What PostgreSQL plans to do on tables of some size, which are there only while it is asked. */
@ApplicationScoped
public class Plans {
    private final String url;
    private final String owner;
    private final String password;

    Plans(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    /**
     * The plan of each query.
     *
     * @param fill
     *            statements of the tables' owner that fill and analyze them; nothing of it stays
     */
    public List<String> of(String fill, String... queries) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(fill);
                List<String> plans = new ArrayList<>();
                for (String query : queries) {
                    plans.add(plan(query, statement));
                }
                return plans;
            } finally {
                connection.rollback();
            }
        }
    }

    private static String plan(String query, Statement statement) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet line = statement.executeQuery("explain " + query)) {
            while (line.next()) {
                plan.append(line.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
