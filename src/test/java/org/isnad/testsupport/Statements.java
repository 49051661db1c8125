package org.isnad.testsupport;

import java.util.stream.LongStream;

import io.quarkus.arc.Arc;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** Counts the SQL statements that Hibernate prepares while something is read. Only for {@link IsnadTest}. */
public final class Statements {
    private Statements() {}

    /** How many a reading costs. What the desk does by the clock is counted with it, so the least of three readings is its own. */
    public static long during(Runnable reading) {
        Statistics statistics = Arc.container().instance(SessionFactory.class).get().getStatistics();
        statistics.setStatisticsEnabled(true);
        return LongStream.generate(() -> {
            long before = statistics.getPrepareStatementCount();
            reading.run();
            return statistics.getPrepareStatementCount() - before;
        }).limit(3).min().orElseThrow();
    }
}
