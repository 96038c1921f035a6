package io.countersign.team;

import java.time.LocalDate;

/** The wish of a person that another stands in for them, with both days included. */
public record DelegationRequest(String person, String delegate, LocalDate from, LocalDate until, String reason) {}
