package io.countersign.simulator.http.signature;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Checks that a request was signed within five minutes of the current time. */
final class SigningTime {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private SigningTime() {}

    static void check(String stamp, Instant now) {
        var sent = parse(stamp);
        if (sent.isBefore(now.minus(SKEW))) {
            throw SignatureCheck.invalid("Signature expired: " + stamp + " is now earlier than "
                    + STAMP.format(now.minus(SKEW)) + " (" + STAMP.format(now) + " - 5 min.)");
        }
        if (sent.isAfter(now.plus(SKEW))) {
            throw SignatureCheck.invalid("Signature not yet current: " + stamp + " is still later than "
                    + STAMP.format(now.plus(SKEW)) + " (" + STAMP.format(now) + " + 5 min.)");
        }
    }

    private static Instant parse(String stamp) {
        try {
            return STAMP.parse(stamp, Instant::from);
        } catch (DateTimeParseException e) {
            throw SignatureCheck.incomplete("Date must be in ISO-8601 'basic format'. Got '" + stamp + "'.");
        }
    }
}
