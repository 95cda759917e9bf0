package org.cabildo.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Asks this machine which ports are free. */
final class Ports {

    private static final int LOWEST = 20_000;
    private static final int ABOVE_HIGHEST = 32_000; // outgoing connections take theirs above this

    private Ports() {}

    /** Tells whether a server could listen on a port now, on the loopback address and on all of them. */
    static boolean isFree(int port) {
        return isFree(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && isFree(new InetSocketAddress(port));
    }

    private static boolean isFree(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address, 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Finds a port that is free now. */
    static int anyFree() {
        return anyFree(1).getFirst();
    }

    /** Finds so many different ports that are free now. */
    static List<Integer> anyFree(int count) {
        var found = ThreadLocalRandom.current()
                .ints(LOWEST, ABOVE_HIGHEST)
                .limit(1_000)
                .distinct()
                .filter(Ports::isFree)
                .limit(count)
                .boxed()
                .toList();
        if (found.size() < count) {
            throw new CannotStart("No port between 20000 and 32000 is free on this machine.");
        }
        return found;
    }
}
