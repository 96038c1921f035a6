package io.countersign.simulator.model;

/** The account that signed a request, and the Region its signature is scoped to. */
public record ApiCaller(String account, String region) {}
