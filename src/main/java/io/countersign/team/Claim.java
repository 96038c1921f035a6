package io.countersign.team;

import java.time.Instant;

/**
 * It is somebody's turn, for a while.
 *
 * @param givenBy who gave it; the person, where they took it themselves
 * @param until when it counts as free again
 */
public record Claim(String person, String givenBy, Instant since, Instant until) {

    public boolean taken() {
        return person.equals(givenBy);
    }
}
