package io.countersign.invitation;

import java.util.Locale;

/**
 * A count that stops after a limit, so that no request waits for a count of 100,000 rows.
 *
 * @param number exact up to the limit; the limit plus one stands for all larger numbers
 * @param most the limit
 */
public record CappedCount(int number, int most) {

    /** The limit of most counts. */
    public static final int MOST = 1000;

    /** The number of rows that a count with this limit reads. */
    public static final int END = MOST + 1;

    public CappedCount {
        number = Math.min(number, most + 1);
    }

    public CappedCount(int number) {
        this(number, MOST);
    }

    public boolean more() {
        return number > most;
    }

    /** Returns text such as {@code 64} or {@code 1,000+}. */
    @Override
    public String toString() {
        return String.format(Locale.ENGLISH, "%,d", Math.min(number, most)) + (more() ? "+" : "");
    }
}
