package org.isnad.platform.outbound;

import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocketFactory;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.Fetched;
import org.isnad.kernel.outbound.Outbound;
import org.isnad.kernel.outbound.OutboundRequest;

/** The desk's fetching, with the machine's own name servers and trusted certificates. */
@ApplicationScoped
class SafeOutbound implements Outbound {
    /** Name servers that do not answer hold a thread each until the system gives up. */
    private static final int MOST_LOOKUPS = 32;

    private final ScheduledExecutorService timer = timer();
    private final ExecutorService lookups = lookups();
    private final Fetcher fetcher;

    SafeOutbound(OutboundSettings settings, Clock clock) {
        PublicAddresses publicOnes = new PublicAddresses(settings.alsoAllowed().orElse(List.of()));
        this.fetcher = new Fetcher(settings, new Lookup(NameResolver.ofTheMachine(), publicOnes, lookups),
                new Connections(Socket::connect, (SSLSocketFactory) SSLSocketFactory.getDefault()), timer, clock);
    }

    @Override
    public Fetched get(OutboundRequest request) throws FetchFailed {
        return fetcher.fetch(request);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
        lookups.shutdownNow();
    }

    static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, threads("outbound-timer"));
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    static ExecutorService lookups() {
        return new ThreadPoolExecutor(0, MOST_LOOKUPS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
                threads("outbound-lookup"));
    }

    private static ThreadFactory threads(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
