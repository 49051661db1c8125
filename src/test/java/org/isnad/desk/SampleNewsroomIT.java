package org.isnad.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.testsupport.IsnadTest;

@IsnadTest
class SampleNewsroomIT {
    @Inject
    SampleNewsroom sample;
    @Inject
    DataSource database;
    @TempDir
    Path folder;

    @Test
    void everyStateHasSomethingToShowAndASecondStartAddsNothing() throws IOException, SQLException {
        Path seeds = unlikeAnyOther();
        Map<String, Integer> before = claims();
        // Accounts of an issuer of their own, so that other tests' queues stay as they are.
        assertThat(sample.load(seeds, "https://sample.example")).isEqualTo(6);
        Map<String, Integer> after = claims();

        assertThat(sample.load(seeds, "https://sample.example")).isZero();
        assertThat(claims()).isEqualTo(after);
        after.replaceAll((state, count) -> count - before.getOrDefault(state, 0));
        assertThat(after).isEqualTo(new TreeMap<>(Map.of("PROPOSED", 2, "QUEUED", 3, "ASSIGNED", 4, "SUBMITTED", 2,
                "APPROVED", 1, "PUBLISHED", 3, "RETRACTED", 1, "DISMISSED", 1)));
    }

    /** The sample with other bytes and addresses, in case another test loaded it already. */
    private Path unlikeAnyOther() throws IOException {
        String mark = UUID.randomUUID().toString();
        try (Stream<Path> files = Files.list(Path.of("seeds"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                boolean script = file.toString().endsWith(".json");
                Files.writeString(folder.resolve(file.getFileName()),
                        script ? text.replace("https://", "https://" + mark + ".") : text + "<!-- " + mark + " -->");
            }
        }
        return folder;
    }

    private Map<String, Integer> claims() throws SQLException {
        Map<String, Integer> counts = new TreeMap<>();
        try (var connection = database.getConnection();
                var rows = connection.createStatement()
                        .executeQuery("select state, count(*) from claim group by state")) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
        }
        return counts;
    }
}
