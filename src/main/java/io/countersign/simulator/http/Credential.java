package io.countersign.simulator.http;

/** An access key: its id, its secret, and the account it speaks for. */
public record Credential(String accessKeyId, String secret, String account) {}
