package org.isnad.testsupport;

import io.quarkus.arc.Arc;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** Counts the SQL statements that Hibernate prepares while something runs. Only for {@link IsnadTest}, where nothing else runs. */
public final class Statements {
    private Statements() {}

    public static long during(Runnable act) {
        Statistics statistics = Arc.container().instance(SessionFactory.class).get().getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        act.run();
        return statistics.getPrepareStatementCount() - before;
    }
}
