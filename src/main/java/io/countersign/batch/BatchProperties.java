package io.countersign.batch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is decided in one go.
 *
 * @param most how many invitations a batch may hold
 * @param atOnce how many decisions of all batches are under way at once in one replica
 */
@ConfigurationProperties("countersign.batch")
public record BatchProperties(
        @DefaultValue("500") int most, @DefaultValue("8") int atOnce) {

    /** A form sends a field for each, and a browser's request may hold a thousand. */
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
