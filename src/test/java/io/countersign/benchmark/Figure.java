package io.countersign.benchmark;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the result table.
 *
 * @param baseline the value to compare with, in the same unit; null for none
 * @param ratio the value divided by the baseline
 * @param limit the highest allowed ratio, or the highest allowed value if there is no baseline
 */
record Figure(
        String name,
        double value,
        String unit,
        @Nullable Double baseline,
        @Nullable Double ratio,
        @Nullable Double limit) {

    static Figure compared(String name, double value, String unit, double baseline, @Nullable Double limit) {
        return new Figure(name, value, unit, baseline, value / baseline, limit);
    }

    static Figure alone(String name, double value, String unit, @Nullable Double limit) {
        return new Figure(name, value, unit, null, null, limit);
    }

    String line() {
        return "| %s | %s %s | %s | %s | %s | %s |"
                .formatted(name, number(value), unit, number(baseline), number(ratio), number(limit), verdict());
    }

    private String verdict() {
        if (limit == null) {
            return "";
        }
        return (ratio == null ? value : ratio) <= limit ? "met" : "missed";
    }

    private static String number(@Nullable Double number) {
        if (number == null) {
            return "";
        }
        boolean whole = number >= 100 || number == Math.rint(number);
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.2f", number);
    }
}
