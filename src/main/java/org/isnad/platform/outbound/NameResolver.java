package org.isnad.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks for the addresses of a name; a test answers as a hostile name server would. */
interface NameResolver {
    /**
     * @return all addresses, at least one, in the order in which they should be tried
     */
    List<InetAddress> resolve(String name) throws UnknownHostException;

    /** What the machine is set up to ask. */
    static NameResolver ofTheMachine() {
        return name -> List.of(InetAddress.getAllByName(name));
    }
}
