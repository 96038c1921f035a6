package io.countersign.sync;

import io.countersign.invitation.QueueFilter;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a person goes when the reading is done: back to the coverage, filtered as it was, or else to the queue.
 *
 * @param queue the queue, filtered as it was
 * @param coverage the coverage
 * @param toCoverage whether the person came from the coverage
 */
public record WayBack(String queue, String coverage, boolean toCoverage) {

    public static final String PARAMETER = "back";

    private static final Pattern COVERAGE = Pattern.compile("/coverage(\\?[A-Za-z0-9%&=+._~-]{0,500})?");

    public static WayBack of(Map<String, String> parameters, QueueFilter filter) {
        String from = parameters.getOrDefault(PARAMETER, "");
        boolean known = COVERAGE.matcher(from).matches();
        return new WayBack(filter.link("/"), known ? from : "/coverage", known);
    }

    public String link() {
        return toCoverage ? coverage : queue;
    }
}
