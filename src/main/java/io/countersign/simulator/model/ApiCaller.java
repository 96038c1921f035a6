package io.countersign.simulator.rules;

/** The account that signed a request, and the Region its signature is scoped to. */
public record Caller(String account, String region) {}
