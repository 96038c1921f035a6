package io.countersign.team;

import java.time.LocalDate;

/** A request for a delegation; both days are included. */
public record DelegationRequest(String person, String delegate, LocalDate from, LocalDate until, String reason) {}
