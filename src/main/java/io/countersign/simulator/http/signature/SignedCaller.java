package io.countersign.simulator.http;

import io.countersign.simulator.access.Identity;
import io.countersign.simulator.rules.Caller;

/** Who signed a request, and the Region the signature is scoped to. */
record Signed(Identity identity, String region) {

    Caller caller() {
        return new Caller(identity.account(), region);
    }
}
