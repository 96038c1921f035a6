package io.countersign.team;

import java.time.Instant;

/** What a person said about an invitation, in their words. */
public record Comment(String person, String words, Instant at) {}
