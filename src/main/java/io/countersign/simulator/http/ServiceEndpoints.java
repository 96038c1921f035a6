package io.countersign.simulator.http;

import com.sun.net.httpserver.HttpHandler;
import io.countersign.simulator.access.SessionStore;
import io.countersign.simulator.fault.CallCounter;
import io.countersign.simulator.fault.CallTrail;
import io.countersign.simulator.fault.DelayScheduler;
import io.countersign.simulator.fault.FaultRegistry;
import io.countersign.simulator.http.service.OrganizationsApi;
import io.countersign.simulator.http.service.SecurityTokenApi;
import io.countersign.simulator.http.service.ServiceApi;
import io.countersign.simulator.http.service.WellArchitectedApi;
import io.countersign.simulator.http.signature.AccessKeyStore;
import io.countersign.simulator.http.signature.SignatureCheck;
import io.countersign.simulator.rules.InvitationRules;
import io.countersign.simulator.rules.SimulatedAws;
import java.time.InstantSource;
import java.util.List;

/** Serves all simulated services at one address and distinguishes them by the form of the request. */
public final class ServiceEndpoints {

    private ServiceEndpoints() {}

    public static HttpHandler handler(
            SimulatedAws aws,
            InvitationRules invitations,
            SessionStore sessions,
            FaultRegistry faults,
            CallCounter calls,
            CallTrail trail,
            DelayScheduler delays,
            Runnable save) {
        // signatures and sessions use the real time, as the caches of the clients do
        var clock = InstantSource.system();
        List<ServiceApi> apis = List.of(
                new OrganizationsApi(aws),
                new SecurityTokenApi(aws.roles(), sessions, clock),
                new WellArchitectedApi(aws, invitations));
        var signatures = new SignatureCheck(new AccessKeyStore(aws, sessions), clock);
        return new ServiceHandler(
                apis, signatures, faults, new CallExchange.SharedServices(delays, calls, trail, aws.clock(), save));
    }
}
