package org.isnad.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.testsupport.Database;
import org.isnad.testsupport.IsnadTest;

/** What the functions of the database can erase, and from where: an auditor is told it in words, and an operator by name. */
@IsnadTest
class ErasableWordsIT {
    /** What is written within quotes in the bodies of functions, without their comments. */
    private static final String QUOTED = """
            select distinct m[1] from pg_proc p, regexp_matches(regexp_replace(p.prosrc, '--[^\\n]*', '', 'g'), '''([^'']+)''', 'g') m
            where p.proname like 'erasable\\_values%'
            """;
    private static final String TABLES = """
            select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
            """;
    private static final String COLUMNS = """
            select column_name from information_schema.columns where table_schema = 'public' and table_name = any ('{%s}')
            """;
    /** Rows that erase() changes or deletes, or that go with those. */
    private static final String CHANGED = """
            select distinct m[1] from pg_proc p, regexp_matches(p.prosrc, '(?:update|delete from) ([a-z_]+)', 'g') m
            where p.proname in ('erase', 'erase_rows', 'erase_before_copies', 'text_fingerprint_follows')
            union
            select k.conrelid::regclass::text from pg_constraint k where k.contype = 'f' and k.confdeltype = 'c'
               and k.confrelid::regclass::text in ('fetch_attempt')
            """;
    private static final Pattern VACUUMED = Pattern.compile("\\*\\*Old row versions:\\*\\*(.*?)\\n3\\.",
            Pattern.DOTALL);

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void eachPlaceAndFieldHasItsWords(String language) throws IOException, SQLException {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("src/main/resources/messages/erasure_" + language + ".properties"))) {
            texts.load(file);
        }
        Set<String> tables = tablesOfRows();
        Set<String> fields = quoted();
        Set<String> known = new TreeSet<>(rows(COLUMNS.formatted(String.join(",", tables))));
        Stream.of(HistoryField.values()).map(HistoryField::stored).filter(name -> !name.isEmpty())
                .forEach(known::add);
        fields.retainAll(known);
        // A table here; the field of that name holds a state.
        fields.remove("publication");

        assertThat(tables).contains("capture", "sighting", "origin", "origin_name").doesNotContain("audit_change");
        assertThat(fields).contains("requested", "final_url", "redirects", "warc", "found", "otherName", "fetchedFrom");
        assertThat(tables)
                .allSatisfy(table -> assertThat(texts.getProperty("place")).contains("{#case '" + table + "'}"));
        assertThat(fields)
                .allSatisfy(field -> assertThat(texts.getProperty("field")).contains("{#case '" + field + "'}"));
    }

    @Test
    void theGuideNamesEveryTableThatKeepsOldRows() throws IOException, SQLException {
        var paragraph = VACUUMED.matcher(Files.readString(Path.of("docs/operating.md")));
        assertThat(paragraph.find()).isTrue();
        Set<String> named = new TreeSet<>(List.of(paragraph.group(1).split("[^a-z_]+")));
        named.retainAll(rows(TABLES));

        Set<String> changed = tablesOfRows();
        changed.add("audit_change");
        changed.addAll(rows(CHANGED));
        changed.retainAll(rows(TABLES));
        assertThat(changed).contains("fetch_fingerprint", "intake_job", "text_fingerprint");
        assertThat(named).containsExactlyInAnyOrderElementsOf(changed);
    }

    private Set<String> tablesOfRows() throws SQLException {
        Set<String> tables = quoted();
        tables.retainAll(rows(TABLES));
        tables.remove("audit_change");
        return tables;
    }

    /** An array's text is several words. */
    private Set<String> quoted() throws SQLException {
        return rows(QUOTED).stream().flatMap(text -> Stream.of(text.split("[{},]")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Collection<String> rows(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Database.texts(connection, sql);
        }
    }
}
