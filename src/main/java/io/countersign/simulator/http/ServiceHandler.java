package io.countersign.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.countersign.simulator.fault.FaultRegistry;
import io.countersign.simulator.http.protocol.AwsRequest;
import io.countersign.simulator.http.protocol.RequestReader;
import io.countersign.simulator.http.service.ServiceApi;
import io.countersign.simulator.http.signature.SignatureCheck;
import io.countersign.simulator.model.AwsException;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Receives a call, finds its service and its caller, and runs it. */
final class ServiceHandler implements HttpHandler {

    private final List<ServiceApi> apis;
    private final SignatureCheck signatures;
    private final FaultRegistry faults;
    private final CallExchange.SharedServices shared;

    /** @param apis in the order in which they are asked; the last one takes all other requests */
    ServiceHandler(
            List<ServiceApi> apis,
            SignatureCheck signatures,
            FaultRegistry faults,
            CallExchange.SharedServices shared) {
        this.apis = apis;
        this.signatures = signatures;
        this.faults = faults;
        this.shared = shared;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        var requestId = requestId();
        http.getResponseHeaders().set("x-amzn-RequestId", requestId);
        var api = apis.get(apis.size() - 1);
        CallExchange exchange;
        try {
            var request = RequestReader.read(http, requestId);
            api = apis.stream().filter(a -> a.accepts(request)).findFirst().orElse(api);
            exchange = exchange(http, api, request);
        } catch (AwsException e) {
            api.error(e, requestId).send(http);
            return;
        }
        exchange.run();
    }

    private CallExchange exchange(HttpExchange http, ServiceApi api, AwsRequest request) {
        var call = api.find(request);
        var signed = signatures.check(request, api.service(), api::isServedIn);
        var plan = faults.planFor(call.operation(), signed.identity().account(), signed.region());
        return new CallExchange(http, api, call, signed, plan, request.id(), shared);
    }

    /** Uses a plain random, because a secure one would lock. */
    private static String requestId() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() & ~0L >>> 2 | 1L << 63).toString();
    }
}
