package io.countersign.simulator.model;

import java.util.Map;

/**
 * The first response to a client request token.
 *
 * @param key account, Region, operation and token
 * @param parameters of the first request, to distinguish a retry from a reused token
 */
public record RecordedAnswer(String key, String parameters, Map<String, Object> answer) {}
