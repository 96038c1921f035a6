package io.countersign.invitation;

import java.util.Locale;

/**
 * A count that stops after {@link #MOST}, so that no request waits for a count of 100,000 rows.
 *
 * @param number exact up to {@link #MOST}; {@code MOST + 1} stands for all larger numbers
 */
public record CappedCount(int number) {

    public static final int MOST = 1000;

    /** The limit of counting. */
    public static final int END = MOST + 1;

    public CappedCount {
        number = Math.min(number, END);
    }

    public boolean more() {
        return number > MOST;
    }

    /** Returns text such as {@code 64} or {@code 1,000+}. */
    @Override
    public String toString() {
        return String.format(Locale.ENGLISH, "%,d", Math.min(number, MOST)) + (more() ? "+" : "");
    }
}
