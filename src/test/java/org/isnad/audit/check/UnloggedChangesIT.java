package org.isnad.audit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.util.Throwables;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.claim.ClaimId;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.production.Programs;
import org.isnad.publication.Publishing;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

/**
 * Every audited table, as PostgreSQL itself lists them, against everybody who changes it without an event: bulk HQL, native SQL,
 * JDBC and psql, as the application's role and as the owner of the tables.
 */
@IsnadTest
class UnloggedChangesIT {
    /** What the refusal says: of a table whose rows may change, of one whose rows never do, and of requests, which are decided once. */
    private static final String GUARDED = "(no audit_event of this transaction tells of"
            + "|is refused: rows of this table never change|permission denied for table"
            + "|erasure [-0-9a-f]{36}: (what was asked for does not change|a request stays))";

    /** Tables that HQL knows nothing of: only SQL writes them. */
    private static final Set<String> NO_ENTITY = Set.of("erasure_item");

    @Inject
    Newsroom newsroom;
    @Inject
    Imports imports;
    @Inject
    Publishing publishing;
    @Inject
    Session session;
    @Inject
    DataSource database;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.datasource.username")
    String running;
    @ConfigProperty(name = "quarkus.datasource.password")
    String runningPassword;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

    @BeforeEach
    void everyTableHasRows() throws SQLException {
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.published(newsroom.reviewer(), editor);
        publishing.correct(claim, Expected.any(), "a source withdrew its figure", "We are checking the figure.",
                editor);
        newsroom.erased();
        imports.feed(newsroom.admin());
        newsroom.capturedTwice(editor);
        for (String table : audited()) {
            assertThat(strings("select count(*)::text from " + table)).as("rows of " + table)
                    .isNotEqualTo(List.of("0"));
        }
        assertThat(audited()).contains("claim", "evidence", "verdict", "person", "rating", "article_version");
    }

    @Test
    void bulkHql() throws SQLException {
        SessionFactoryImplementor factory = session.getSessionFactory().unwrap(SessionFactoryImplementor.class);
        Set<String> reached = new TreeSet<>();
        for (EntityType<?> entity : factory.getMetamodel().getEntities()) {
            EntityPersister mapped = factory.getMappingMetamodel().getEntityDescriptor(entity.getJavaType());
            String table = mapped.getIdentifierTableDetails().getTableName();
            if (audited().contains(table)) {
                String field = field(entity);
                refused(() -> hql("update " + entity.getName() + " e set e." + field + " = e." + field), table);
                refused(() -> hql("delete from " + entity.getName()), table);
                reached.add(table);
            }
        }
        List<String> expected = new ArrayList<>(audited());
        expected.removeAll(NO_ENTITY);
        assertThat(reached).containsExactlyInAnyOrderElementsOf(expected);
    }

    private int hql(String statement) {
        return QuarkusTransaction.requiringNew().call(() -> session.createMutationQuery(statement).executeUpdate());
    }

    private static String field(EntityType<?> entity) {
        return entity.getSingularAttributes().stream()
                .filter(one -> one.getPersistentAttributeType() == Attribute.PersistentAttributeType.BASIC
                        && !one.isId() && !one.isVersion())
                .map(SingularAttribute::getName).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** A row that others refer to is held by them before the guard is asked; and Hibernate itself holds entities that never change. */
    private static void refused(ThrowingCallable change, String table) {
        assertThat(refusal(change)).as(table).containsPattern(
                GUARDED + "|violates foreign key constraint|(?i:immutable entit)");
    }

    /** What is said, wherever the transaction manager puts it. */
    private static String refusal(ThrowingCallable change) {
        Throwable thrown = catchThrowable(change);
        return thrown == null ? "" : Throwables.getStackTrace(thrown);
    }

    @Test
    void nativeSql() throws SQLException {
        for (String table : audited()) {
            assertThat(refusal(() -> QuarkusTransaction.requiringNew()
                    .call(() -> session.createNativeMutationQuery(update(table)).executeUpdate()))).as(table)
                    .containsPattern(GUARDED);
        }
    }

    @Test
    void jdbcAsEitherRole() throws SQLException {
        for (String table : audited()) {
            for (String statement : List.of(update(table), "delete from " + table, "truncate " + table + " cascade")) {
                assertThatThrownBy(() -> execute(running, runningPassword, statement)).as(statement)
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> execute(owner, ownerPassword, statement)).as(statement)
                        .isInstanceOf(SQLException.class);
            }
            assertThatThrownBy(() -> execute(running, runningPassword, update(table))).hasMessageFindingMatch(GUARDED);
            assertThatThrownBy(() -> execute(owner, ownerPassword, update(table))).hasMessageFindingMatch(GUARDED);
            // As a replica applies changes, where ordinary triggers are silent.
            assertThatThrownBy(() -> execute(running, runningPassword, "set session_replication_role = replica"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void psqlAsEitherRole() throws Exception {
        String psql = Programs.onPath("psql", "postgresql-15").toString();
        for (String table : audited()) {
            for (List<String> login : List.of(List.of(running, runningPassword), List.of(owner, ownerPassword))) {
                URI address = URI.create(url.substring("jdbc:".length()));
                ProcessBuilder session = new ProcessBuilder(psql, "-X", "-q", "-h", address.getHost(), "-p",
                        String.valueOf(address.getPort()), "-U", login.get(0), "-d",
                        address.getPath().substring(1), "-c", update(table)).redirectErrorStream(true);
                session.environment().put("PGPASSWORD", login.get(1));
                Process typed = session.start();
                String answer = new String(typed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(typed.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(typed.exitValue()).as(answer).isNotZero();
                assertThat(answer).as(table).containsPattern(GUARDED);
            }
        }
    }

    /** Leaves the row as it is, and is an update all the same. */
    private String update(String table) {
        try {
            String column = strings("select column_name from information_schema.columns where table_schema = 'public' "
                    + "and table_name = '" + table + "' and ordinal_position = 1").get(0);
            return "update " + table + " set " + column + " = " + column + " where ctid = (select ctid from " + table
                    + " limit 1)";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String user, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.createStatement().execute(sql);
        }
    }

    private List<String> audited() throws SQLException {
        return strings("select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid "
                + "where t.tgname = 'audit_guard' order by 1");
    }

    private List<String> strings(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
