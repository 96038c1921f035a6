package io.countersign.batch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of bulk decisions.
 *
 * @param most the largest number of invitations in a bulk decision
 * @param atOnce the largest number of concurrent decisions of all bulk decisions, per replica
 */
@ConfigurationProperties("countersign.batch")
public record BatchProperties(
        @DefaultValue("500") int most, @DefaultValue("8") int atOnce) {

    /** The form sends one field per invitation, and a request may have at most 1,000 fields. */
    private static final int MOST = 900;

    private static final int MOST_AT_ONCE = 64;

    public BatchProperties {
        check("most", most, MOST);
        check("at-once", atOnce, MOST_AT_ONCE);
    }

    private static void check(String name, int value, int largest) {
        if (value < 1 || value > largest) {
            throw new IllegalArgumentException("countersign.batch." + name + ": must be from 1 to " + largest);
        }
    }
}
