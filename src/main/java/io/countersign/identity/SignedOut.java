package io.countersign.identity;

/** Somebody signed out. */
public record SignedOut(String person) {}
