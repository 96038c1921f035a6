package io.countersign.kill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Finds unused ports. */
final class FreePorts {

    private static final int LOWEST = 15_000;

    /** Systems choose the ports of outgoing connections above it, which could take the port while the application restarts. */
    private static final int LIMIT = 30_000;

    private FreePorts() {}

    static int free() {
        IntStream ports = ThreadLocalRandom.current().ints(LOWEST, LIMIT);
        return ports.filter(FreePorts::isFree).findFirst().orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException used) {
            return false;
        }
    }
}
