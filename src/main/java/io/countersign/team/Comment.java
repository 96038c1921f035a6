package io.countersign.team;

import java.time.Instant;

/** A comment of a user on an invitation. */
public record Comment(String person, String words, Instant at) {}
