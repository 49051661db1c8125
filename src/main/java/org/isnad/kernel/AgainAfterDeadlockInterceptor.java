package org.isnad.kernel;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries out {@link AgainAfterDeadlock}: around the transaction, which is at an end when it is begun again. */
@AgainAfterDeadlock
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class AgainAfterDeadlockInterceptor {
    private static final int TIMES = 4;
    private static final Logger LOG = Logger.getLogger(AgainAfterDeadlockInterceptor.class);
    private static final String DEADLOCK_DETECTED = "40P01";
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final TransactionManager transactions;

    AgainAfterDeadlockInterceptor(TransactionManager transactions) {
        this.transactions = transactions;
    }

    @AroundInvoke
    @Nullable
    Object again(InvocationContext operation) throws Exception {
        if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return operation.proceed();
        }
        for (int time = 1; time < TIMES; time++) {
            try {
                return operation.proceed();
            } catch (Exception e) {
                if (!isDeadlock(e)) {
                    throw e;
                }
                LOG.infof("%s was given up for another transaction, and is carried out again",
                        operation.getMethod().getName());
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos()));
            }
        }
        return operation.proceed();
    }

    private static boolean isDeadlock(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && DEADLOCK_DETECTED.equals(sql.getSQLState()));
    }
}
