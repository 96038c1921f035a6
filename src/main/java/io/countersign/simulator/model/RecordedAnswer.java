package io.countersign.simulator.rules;

import java.util.Map;

/**
 * The first answer to a client request token.
 *
 * @param key account, Region, operation and token
 * @param parameters of the request that was answered, to tell a repetition from a mix-up
 */
public record Remembered(String key, String parameters, Map<String, Object> answer) {}
