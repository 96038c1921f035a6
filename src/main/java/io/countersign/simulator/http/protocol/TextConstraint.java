package io.countersign.simulator.http.protocol;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The constraint that the service model puts on a text. Lengths are in code points. */
public record TextConstraint(int min, int max, @Nullable Pattern pattern) {

    private static final String TEMPLATE_TEXT = "[A-Za-z0-9\\-_.,:/()@!&?#+'’\\s]+";

    public static final TextConstraint ANY = upTo(Integer.MAX_VALUE);
    public static final TextConstraint SHARE_ID = shaped("[0-9a-f]{32}");
    public static final TextConstraint WORKLOAD_ID = new TextConstraint(32, 32, Pattern.compile("[0-9a-f]{32}"));
    public static final TextConstraint LENS_ALIAS = between(1, 128);
    public static final TextConstraint PROFILE_ARN = new TextConstraint(
            0,
            2084,
            Pattern.compile("arn:aws[-a-z]*:wellarchitected:[a-z]{2}(-gov)?-[a-z]+-\\d:\\d{12}:profile/[a-z0-9]+"));
    public static final TextConstraint TEMPLATE_ARN = new TextConstraint(
            50,
            250,
            Pattern.compile("arn:aws(-us-gov|-iso(-[a-z])?|-cn)?:wellarchitected:"
                    + "[a-z]{2}(-gov|-iso([a-z])?)?-[a-z]+-\\d:\\d{12}:(review-template)/[a-f0-9]{32}"));
    public static final TextConstraint ACCOUNT = new TextConstraint(12, 12, Pattern.compile("[0-9]{12}"));
    public static final TextConstraint SHARED_WITH = between(12, 2048);
    public static final TextConstraint CLIENT_TOKEN = between(1, 2048);
    public static final TextConstraint PREFIX = upTo(100);
    public static final TextConstraint TEMPLATE_PREFIX = new TextConstraint(0, 100, Pattern.compile(TEMPLATE_TEXT));
    public static final TextConstraint NAME = between(3, 100);
    public static final TextConstraint LENS_NAME = between(1, 128);
    public static final TextConstraint TEMPLATE_NAME = new TextConstraint(3, 100, Pattern.compile(TEMPLATE_TEXT));
    public static final TextConstraint VERSION = between(1, 32);
    public static final TextConstraint PROFILE_VERSION = new TextConstraint(1, 32, Pattern.compile("[A-Za-z0-9-]+"));
    public static final TextConstraint LINK =
            new TextConstraint(0, 2048, Pattern.compile("(|(https?|ftp)://[^\\s/$.?#].[^\\s]*)"));
    public static final TextConstraint NOTES = upTo(2084);

    public static TextConstraint between(int min, int max) {
        return new TextConstraint(min, max, null);
    }

    public static TextConstraint upTo(int max) {
        return between(0, max);
    }

    public static TextConstraint shaped(String pattern) {
        return new TextConstraint(0, Integer.MAX_VALUE, Pattern.compile(pattern));
    }

    public static TextConstraint templateText(int min, int max) {
        return new TextConstraint(min, max, Pattern.compile(TEMPLATE_TEXT));
    }

    public Optional<String> violation(String value) {
        var length = value.codePointCount(0, value.length());
        if (length < min) {
            return Optional.of("must have length greater than or equal to " + min);
        }
        if (length > max) {
            return Optional.of("must have length less than or equal to " + max);
        }
        if (pattern != null && !pattern.matcher(value).matches()) {
            return Optional.of("must satisfy regular expression pattern: " + pattern);
        }
        return Optional.empty();
    }
}
