package io.countersign.simulator;

import com.sun.net.httpserver.HttpServer;
import io.countersign.simulator.control.ControlHandler;
import io.countersign.simulator.control.SnapshotFile;
import io.countersign.simulator.demo.DemoData;
import io.countersign.simulator.fault.CallLog;
import io.countersign.simulator.fault.Faults;
import io.countersign.simulator.http.DemoCredentials;
import io.countersign.simulator.http.Service;
import io.countersign.simulator.http.ServiceHandler;
import io.countersign.simulator.http.SignatureCheck;
import io.countersign.simulator.rules.Invitations;
import io.countersign.simulator.rules.MovableClock;
import io.countersign.simulator.rules.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** AWS's side of Well-Architected sharing, on 127.0.0.1 only. Any AWS client can be pointed at it. */
public final class Simulator implements AutoCloseable {

    static {
        // the server writes headers and body apart; with Nagle's algorithm each answer would wait for an ACK
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final ExecutorService threads;

    private Simulator(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
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
        var faults = new Faults();
        var calls = new CallLog();
        var signatures = new SignatureCheck(new DemoCredentials(world), InstantSource.system());
        var loopback = InetAddress.getByName("127.0.0.1");
        var server = HttpServer.create(new InetSocketAddress(loopback, options.port()), BACKLOG);
        server.createContext("/", new ServiceHandler(signatures, new Service(world, invitations), faults, calls, save));
        server.createContext("/_simulator/", new ControlHandler(world, invitations, faults, calls, save));
        // a waiting call holds a thread, and latency must not hold up others
        var threads = Executors.newCachedThreadPool(Simulator::thread);
        server.setExecutor(threads);
        server.start();
        return new Simulator(server, threads);
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
        threads.shutdownNow();
    }
}
