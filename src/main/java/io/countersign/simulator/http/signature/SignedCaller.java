package io.countersign.simulator.http.signature;

import io.countersign.simulator.access.CallerIdentity;
import io.countersign.simulator.model.ApiCaller;

/** The signer of a request and the Region in the scope of the signature. */
public record SignedCaller(CallerIdentity identity, String region) {

    public ApiCaller caller() {
        return new ApiCaller(identity.account(), region);
    }
}
