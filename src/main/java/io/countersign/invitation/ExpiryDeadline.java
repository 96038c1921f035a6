package io.countersign.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A moment before the bound at which the desk warns, the last one first. */
public enum ExpiryDeadline {
    HOURS_6(6),
    HOURS_24(24),
    HOURS_72(72);

    private final int hours;

    ExpiryDeadline(int hours) {
        this.hours = hours;
    }

    public int hours() {
        return hours;
    }

    /** Whatever was first seen up to then has reached this deadline. */
    public Instant seenBy(Instant now) {
        return now.plus(Duration.ofHours(hours)).minus(Invitation.LIFE);
    }

    /** The tightest one that is reached with so much time left; null where none is. */
    static @Nullable public ExpiryDeadline reached(Duration left) {
        return Arrays.stream(values())
                .filter(each -> left.compareTo(Duration.ofHours(each.hours)) <= 0)
                .findFirst()
                .orElse(null);
    }
}
