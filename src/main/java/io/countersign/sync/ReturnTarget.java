package io.countersign.sync;

import io.countersign.identity.LocalRedirect;
import io.countersign.invitation.queue.QueueFilter;
import java.util.Map;

/**
 * Where a person goes after a refresh: back to the coverage, filtered as it was, or else to the queue.
 *
 * @param queue the queue, filtered as it was
 * @param coverage the coverage
 * @param toCoverage whether the person came from the coverage
 */
public record ReturnTarget(String queue, String coverage, boolean toCoverage) {

    public static final String PARAMETER = "back";

    public static ReturnTarget of(Map<String, String> parameters, QueueFilter filter) {
        String from = LocalRedirect.to(parameters.get(PARAMETER));
        boolean toCoverage = from.equals("/coverage") || from.startsWith("/coverage?");
        return new ReturnTarget(filter.link("/"), toCoverage ? from : "/coverage", toCoverage);
    }

    public String link() {
        return toCoverage ? coverage : queue;
    }
}
