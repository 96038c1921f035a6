package io.countersign.invitation;

import java.time.Duration;
import java.time.Instant;

/**
 * Computes the priority of a pending invitation as one number that an index can hold; the smallest comes first. The
 * criteria are, in this order: the six hours of the first-seen time and thus of the expiry, a permission above
 * READONLY, an owner that is not known to be internal, and the age. The number does not depend on the current time, so
 * that paging through the queue is stable.
 */
public final class PriorityKey {

    static final Duration WINDOW = Duration.ofHours(6);

    private static final long STEP = WINDOW.toMillis();
    private static final int RANKS = 4;

    private static final String RANK = """
            (case when %1$s is null or %1$s = 'READONLY' then 2 else 0 end
              + case when exists (select 1 from internal_account i where i.account_id = %2$s) then 1 else 0 end)""";
    private static final String RANK_NOW = "mod(priority / " + STEP + ", " + RANKS + ")";

    private PriorityKey() {}

    /** Returns the number for rank 0. */
    public static long of(Instant firstSeen) {
        long at = firstSeen.toEpochMilli();
        return at / STEP * RANKS * STEP + at % STEP;
    }

    /** Returns SQL for the number of rank 0, from SQL for the rank. All arguments are SQL and never user input. */
    public static String ranked(String number, String permission, String owner) {
        return number + " + " + RANK.formatted(permission, owner) + " * " + STEP;
    }

    /** Returns SQL for the number of a row with another rank. */
    public static String moved(String permission, String owner) {
        return "priority + (" + RANK.formatted(permission, owner) + " - " + RANK_NOW + ") * " + STEP;
    }

    /** Returns SQL for the number of rank 0, from SQL for the current rank of the row. */
    public static String kept(String number) {
        return number + " + " + RANK_NOW + " * " + STEP;
    }

    /** Returns a SQL condition that holds if the row has the rank of its permission and owner. */
    public static String settled() {
        return RANK_NOW + " = " + RANK.formatted("permission", "shared_by");
    }
}
