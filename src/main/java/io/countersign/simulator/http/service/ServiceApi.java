package io.countersign.simulator.http.service;

import io.countersign.simulator.http.protocol.AwsRequest;
import io.countersign.simulator.http.protocol.HttpAnswer;
import io.countersign.simulator.model.AwsException;
import io.countersign.simulator.model.RegionCatalog;

/** One AWS service: recognizes its requests, finds their operations, and formats its errors. */
public interface ServiceApi {

    /** The service name in the scope of a signature and in IAM actions. */
    String service();

    default boolean isServedIn(String region) {
        return RegionCatalog.isKnown(region);
    }

    boolean accepts(AwsRequest request);

    /** @throws AwsException if it has no such operation */
    ServiceCall find(AwsRequest request);

    HttpAnswer error(AwsException error, String requestId);
}
