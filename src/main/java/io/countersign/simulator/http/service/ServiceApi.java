package io.countersign.simulator.http;

import io.countersign.simulator.rules.AwsException;
import io.countersign.simulator.rules.Regions;

/** One service of AWS: the requests that are meant for it, what they ask, and how it refuses. */
interface Api {

    /** The name of the service in a signature's scope and before the colon of an IAM action. */
    String service();

    default boolean isServedIn(String region) {
        return Regions.isKnown(region);
    }

    boolean isMeantBy(Request request);

    /** @throws AwsException if it has no such operation */
    Call find(Request request);

    Answer error(AwsException error, String requestId);
}
