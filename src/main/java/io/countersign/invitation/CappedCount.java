package io.countersign.invitation;

import java.util.Locale;

/**
 * How many there are, counted no further than {@link #MOST}: nobody waits until a hundred thousand rows are counted, and
 * nobody is shown a number that is not right.
 *
 * @param number exact up to {@link #MOST}; one more stands for all numbers above
 */
public record CappedCount(int number) {

    public static final int MOST = 1000;

    /** Where counting ends. */
    public static final int END = MOST + 1;

    public CappedCount {
        number = Math.min(number, END);
    }

    public boolean more() {
        return number > MOST;
    }

    /** {@code 64} or {@code 1,000+}. */
    @Override
    public String toString() {
        return String.format(Locale.ENGLISH, "%,d", Math.min(number, MOST)) + (more() ? "+" : "");
    }
}
