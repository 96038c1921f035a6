package io.countersign.simulator;

import com.sun.net.httpserver.HttpServer;
import io.countersign.simulator.access.Sessions;
import io.countersign.simulator.control.ControlHandler;
import io.countersign.simulator.control.SnapshotFile;
import io.countersign.simulator.demo.DemoData;
import io.countersign.simulator.fault.CallLog;
import io.countersign.simulator.fault.Faults;
import io.countersign.simulator.fault.Pauses;
import io.countersign.simulator.fault.Trail;
import io.countersign.simulator.http.Services;
import io.countersign.simulator.rules.Invitations;
import io.countersign.simulator.rules.MovableClock;
import io.countersign.simulator.rules.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** AWS's side of Well-Architected sharing, on 127.0.0.1 only. Any AWS client can be pointed at it. */
public final class Simulator implements AutoCloseable {

    static {
        // the server writes headers and body apart; with Nagle's algorithm each answer would wait for an ACK
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // clients keep more connections than the server's 200, and for longer than its 30 s
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
    }

    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Pauses pauses;

    private Simulator(HttpServer server, ExecutorService threads, Pauses pauses) {
        this.server = server;
        this.threads = threads;
        this.pauses = pauses;
    }

    /** @throws IOException if the port is taken, or the data file cannot be read or written */
    public static Simulator start(SimulatorOptions options) throws IOException {
        var world = new World(new MovableClock());
        DemoData.addAccounts(world);
        var file = SnapshotFile.of(options.data());
        file.restore(world);
        if (options.demo()) {
            DemoData.topUp(world);
        }
        file.save(world);
        return listen(options, world, () -> file.save(world));
    }

    private static Simulator listen(SimulatorOptions options, World world, Runnable save) throws IOException {
        var invitations = new Invitations(world);
        var sessions = new Sessions(world.roles());
        var faults = new Faults();
        var calls = new CallLog();
        var trail = new Trail();
        // threads as many as calls that work at one moment; those that wait need none
        var threads = Executors.newCachedThreadPool(Simulator::thread);
        var pauses = new Pauses(threads);
        var loopback = InetAddress.getByName("127.0.0.1");
        var server = HttpServer.create(new InetSocketAddress(loopback, options.port()), BACKLOG);
        server.createContext("/", Services.handler(world, invitations, sessions, faults, calls, trail, pauses, save));
        server.createContext(
                "/_simulator/", new ControlHandler(world, invitations, sessions, faults, calls, trail, save));
        server.setExecutor(threads);
        server.start();
        return new Simulator(server, threads, pauses);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "simulator");
        thread.setDaemon(true);
        return thread;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        pauses.close();
        threads.shutdownNow();
    }
}
