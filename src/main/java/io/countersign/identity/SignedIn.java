package io.countersign.identity;

/** Somebody signed in. */
public record SignedIn(String person) {}
