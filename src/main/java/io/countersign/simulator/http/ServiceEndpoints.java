package io.countersign.simulator.http;

import com.sun.net.httpserver.HttpHandler;
import io.countersign.simulator.access.Sessions;
import io.countersign.simulator.fault.CallLog;
import io.countersign.simulator.fault.Faults;
import io.countersign.simulator.fault.Pauses;
import io.countersign.simulator.fault.Trail;
import io.countersign.simulator.rules.Invitations;
import io.countersign.simulator.rules.World;
import java.time.InstantSource;
import java.util.List;

/** All services of AWS at one address, told apart by what a request looks like. */
public final class Services {

    private Services() {}

    public static HttpHandler handler(
            World world,
            Invitations invitations,
            Sessions sessions,
            Faults faults,
            CallLog calls,
            Trail trail,
            Pauses pauses,
            Runnable save) {
        // signatures and sessions go by the real time, as the clients' caches do
        var clock = InstantSource.system();
        List<Api> apis = List.of(
                new OrganizationsApi(world),
                new SecurityTokenApi(world.roles(), sessions, clock),
                new WellArchitectedApi(world, invitations));
        var signatures = new SignatureCheck(new Credentials(world, sessions), clock);
        return new ServiceHandler(apis, signatures, faults, new Exchange.Surroundings(pauses, calls, trail, save));
    }
}
