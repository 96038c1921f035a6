package io.countersign.sync;

import io.countersign.identity.LocalRedirect;
import io.countersign.invitation.queue.QueueFilter;
import java.util.Map;

/**
 * The page to which the user returns after a refresh: the filtered coverage page, or else the filtered queue.
 *
 * @param queue the link to the filtered queue
 * @param coverage the link to the coverage page
 * @param toCoverage whether the user came from the coverage page
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
