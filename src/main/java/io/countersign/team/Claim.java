package io.countersign.team;

import java.time.Instant;

/**
 * The row that makes a user the assignee until a point in time.
 *
 * @param givenBy the user who assigned it; the assignee for a claim
 * @param until the end of the claim
 */
public record Claim(String person, String givenBy, Instant since, Instant until) {

    public boolean taken() {
        return person.equals(givenBy);
    }
}
