package io.countersign.simulator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The start options of a simulator.
 *
 * @param port on 127.0.0.1; 0 takes any free one
 * @param data the file that stores the state; null keeps it in memory
 * @param demo whether it creates demo data at each start until enough invitations are pending
 */
public record SimulatorOptions(int port, @Nullable Path data, boolean demo) {

    public static final int DEFAULT_PORT = 8180;
    static final int LARGEST_PORT = 65535;

    public SimulatorOptions {
        if (port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("port must be 0 to " + LARGEST_PORT);
        }
    }
}
