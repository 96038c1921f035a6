package io.countersign.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A number of hours before the latest expiry at which Countersign warns, in the order from last to first. */
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

    /** Returns the latest first-seen time of invitations that have reached this deadline. */
    public Instant seenBy(Instant now) {
        return now.plus(Duration.ofHours(hours)).minus(Invitation.LIFE);
    }

    /** Returns the tightest deadline for the remaining time; null if none is reached. */
    public static @Nullable ExpiryDeadline reached(Duration left) {
        return Arrays.stream(values())
                .filter(each -> left.compareTo(Duration.ofHours(each.hours)) <= 0)
                .findFirst()
                .orElse(null);
    }
}
