package io.countersign.team;

import java.time.LocalDate;

/** A request for a delegation; both days are included. */
public record DelegationRequest(String person, String delegate, LocalDate from, LocalDate until, String reason) {

    /** Returns the request with the stored name of the delegate instead of the typed one. */
    public DelegationRequest withDelegate(String stored) {
        return new DelegationRequest(person, stored, from, until, reason);
    }
}
