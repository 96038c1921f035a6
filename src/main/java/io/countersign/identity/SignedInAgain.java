package io.countersign.identity;

/** Somebody who was signed in gave their password once more. */
public record SignedInAgain(String person) {}
