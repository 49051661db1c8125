package org.isnad.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.isnad.kernel.outbound.FetchFailed.Reason;

/**
 * Turns a host into the addresses that may be connected to. A name is asked for once and only what was judged is used, so a name server
 * that answers otherwise the next time changes nothing. One forbidden address among several spoils all: it is how a trap looks.
 */
final class Lookup {
    private final NameResolver resolver;
    private final PublicAddresses publicOnes;
    private final ExecutorService threads;

    /**
     * @param threads
     *            where name servers are waited for, since Java cannot interrupt that
     */
    Lookup(NameResolver resolver, PublicAddresses publicOnes, ExecutorService threads) {
        this.resolver = resolver;
        this.publicOnes = publicOnes;
        this.threads = threads;
    }

    List<InetAddress> addresses(Host host, Deadline deadline) throws Refusal {
        Optional<InetAddress> literal = host.address();
        List<InetAddress> addresses = literal.isPresent() ? List.of(literal.get()) : resolved(host.name(), deadline);
        for (InetAddress address : addresses) {
            Optional<String> objection = publicOnes.objection(address);
            if (objection.isPresent()) {
                String at = literal.isPresent() ? "" : host.name() + " is at ";
                throw new Refusal(Reason.FORBIDDEN_ADDRESS,
                        at + address.getHostAddress() + (at.isEmpty() ? " is " : ", ")
                                + "not on the public internet (" + objection.get() + ").");
            }
        }
        return addresses;
    }

    private List<InetAddress> resolved(String name, Deadline deadline) throws Refusal {
        Future<List<InetAddress>> answer = submitted(name);
        try {
            List<InetAddress> addresses = answer.get(deadline.left(), TimeUnit.MILLISECONDS);
            if (addresses.isEmpty()) {
                throw unknown(name);
            }
            return addresses;
        } catch (TimeoutException e) {
            throw new Refusal(Reason.TIMEOUT, "No name server said in time where " + name + " is.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                throw unknown(name);
            }
            throw new IllegalStateException("looking up " + name, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Reason.CONNECTION, "The desk is stopping.");
        } finally {
            answer.cancel(true);
        }
    }

    private Future<List<InetAddress>> submitted(String name) throws Refusal {
        try {
            return threads.submit(() -> resolver.resolve(name));
        } catch (RejectedExecutionException e) {
            throw new Refusal(Reason.TIMEOUT, "Too many names are being asked for that no name server answers.");
        }
    }

    private static Refusal unknown(String name) {
        return new Refusal(Reason.UNKNOWN_HOST, "No server is known by the name " + name + ".");
    }
}
