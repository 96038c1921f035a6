package io.countersign.invitation;

import java.time.Duration;
import java.time.Instant;

/**
 * The order in which pending invitations matter, as one number that an index can hold. The smaller comes first: the six
 * hours in which it was first seen, and so in which it expires; within them whatever grants more than reading, then an owner
 * who is not known to be inside the organization; then age. It does not move with the clock, so that paging and walking the
 * queue are stable.
 */
public final class PriorityKey {

    static final Duration WINDOW = Duration.ofHours(6);

    private static final long STEP = WINDOW.toMillis();
    private static final int RANKS = 4;

    private static final String RANK = """
            (case when %1$s is null or %1$s = 'READONLY' then 2 else 0 end
              + case when exists (select 1 from inside_account i where i.account_id = %2$s) then 1 else 0 end)""";
    private static final String RANK_NOW = "mod(priority / " + STEP + ", " + RANKS + ")";

    private PriorityKey() {}

    /** Of rank 0. */
    public static long of(Instant firstSeen) {
        long at = firstSeen.toEpochMilli();
        return at / STEP * RANKS * STEP + at % STEP;
    }

    /** SQL: a number of rank 0, given its rank. The arguments are SQL as well, and never what somebody typed. */
    public static String ranked(String number, String permission, String owner) {
        return number + " + " + RANK.formatted(permission, owner) + " * " + STEP;
    }

    /** SQL: the number of a row, given another rank. */
    public static String moved(String permission, String owner) {
        return "priority + (" + RANK.formatted(permission, owner) + " - " + RANK_NOW + ") * " + STEP;
    }

    /** SQL: a number of rank 0, given the rank that the row has. */
    public static String kept(String number) {
        return number + " + " + RANK_NOW + " * " + STEP;
    }

    /** SQL: whether a row has the rank of its permission and owner. */
    public static String settled() {
        return RANK_NOW + " = " + RANK.formatted("permission", "shared_by");
    }
}
