package io.countersign.simulator.http.signature;

import io.countersign.simulator.access.CallerIdentity;
import io.countersign.simulator.model.ApiCaller;

/** The signer of a request, the key, and the Region in the scope of the signature. */
public record SignedCaller(CallerIdentity identity, String accessKeyId, String region) {

    public ApiCaller caller() {
        return new ApiCaller(identity.account(), region);
    }
}
