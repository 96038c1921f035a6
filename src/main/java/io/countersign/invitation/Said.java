package io.countersign.invitation;

import java.time.Instant;

/** What a person said about an invitation, in their words. */
public record Said(String person, String words, Instant at) {}
