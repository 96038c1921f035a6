package io.countersign.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.countersign.simulator.fault.Faults;
import io.countersign.simulator.rules.AwsException;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Takes a call from the wire, finds whom it is for and who sent it, and lets it run. */
final class ServiceHandler implements HttpHandler {

    private final List<Api> apis;
    private final SignatureCheck signatures;
    private final Faults faults;
    private final Exchange.Surroundings around;

    /** @param apis the last one takes what the others do not */
    ServiceHandler(List<Api> apis, SignatureCheck signatures, Faults faults, Exchange.Surroundings around) {
        this.apis = apis;
        this.signatures = signatures;
        this.faults = faults;
        this.around = around;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        var requestId = requestId();
        http.getResponseHeaders().set("x-amzn-RequestId", requestId);
        var api = apis.get(apis.size() - 1);
        Exchange exchange;
        try {
            var request = RequestReader.read(http, requestId);
            api = apis.stream().filter(a -> a.isMeantBy(request)).findFirst().orElse(api);
            exchange = exchange(http, api, request);
        } catch (AwsException e) {
            api.error(e, requestId).send(http);
            return;
        }
        exchange.run();
    }

    private Exchange exchange(HttpExchange http, Api api, Request request) {
        var call = api.find(request);
        var signed = signatures.check(request, api);
        var plan = faults.meet(call.operation(), signed.identity().account(), signed.region());
        return new Exchange(http, api, call, signed, plan, request.id(), around);
    }

    /** Not worth the lock of a secure random. */
    private static String requestId() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() & ~0L >>> 2 | 1L << 63).toString();
    }
}
