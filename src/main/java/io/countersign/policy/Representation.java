package io.countersign.policy;

/** A delegate who acts for another user. */
public record Representation(String delegate, String person) {}
