package io.countersign.simulator;

import com.sun.net.httpserver.HttpServer;
import io.countersign.simulator.access.SessionStore;
import io.countersign.simulator.control.ControlHandler;
import io.countersign.simulator.control.SnapshotFile;
import io.countersign.simulator.demo.DemoData;
import io.countersign.simulator.fault.CallCounter;
import io.countersign.simulator.fault.CallTrail;
import io.countersign.simulator.fault.DelayScheduler;
import io.countersign.simulator.fault.FaultRegistry;
import io.countersign.simulator.http.ServiceEndpoints;
import io.countersign.simulator.model.MovableClock;
import io.countersign.simulator.rules.InvitationRules;
import io.countersign.simulator.rules.SimulatedAws;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Simulates AWS Well-Architected sharing for any AWS client. It listens on 127.0.0.1 only. */
public final class Simulator implements AutoCloseable {

    static {
        // the server writes headers and body separately; with Nagle's algorithm each response would wait for an ACK
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // clients keep more connections than the default of 200, and longer than the default of 30 s
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
    }

    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final DelayScheduler delays;

    private Simulator(HttpServer server, ExecutorService threads, DelayScheduler delays) {
        this.server = server;
        this.threads = threads;
        this.delays = delays;
    }

    /** @throws IOException if the port is taken, or the data file cannot be read or written */
    public static Simulator start(SimulatorOptions options) throws IOException {
        return start(options, InstantSource.system());
    }

    /** @param clock the simulated time, from which the control endpoint can differ */
    static Simulator start(SimulatorOptions options, InstantSource clock) throws IOException {
        var aws = new SimulatedAws(new MovableClock(clock));
        DemoData.addAccounts(aws);
        var file = SnapshotFile.of(options.data());
        file.restore(aws);
        if (options.demo()) {
            DemoData.topUp(aws);
        }
        file.save(aws);
        return listen(options, aws, () -> file.save(aws));
    }

    private static Simulator listen(SimulatorOptions options, SimulatedAws aws, Runnable save) throws IOException {
        var invitations = new InvitationRules(aws);
        var sessions = new SessionStore(aws.roles());
        var faults = new FaultRegistry();
        var calls = new CallCounter();
        var trail = new CallTrail();
        // as many threads as calls that work at the same time; delayed calls need none
        var threads = Executors.newCachedThreadPool(Simulator::thread);
        var delays = new DelayScheduler(threads);
        var loopback = InetAddress.getByName("127.0.0.1");
        var server = HttpServer.create(new InetSocketAddress(loopback, options.port()), BACKLOG);
        server.createContext(
                "/", ServiceEndpoints.handler(aws, invitations, sessions, faults, calls, trail, delays, save));
        server.createContext(
                "/_simulator/", new ControlHandler(aws, invitations, sessions, faults, calls, trail, save));
        server.setExecutor(threads);
        server.start();
        return new Simulator(server, threads, delays);
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
        delays.close();
        threads.shutdownNow();
    }
}
