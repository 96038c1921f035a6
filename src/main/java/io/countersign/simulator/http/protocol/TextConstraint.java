package io.countersign.simulator.http;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a text must look like, as the service model says. Lengths are in code points. */
record Constraint(int min, int max, @Nullable Pattern pattern) {

    private static final String TEMPLATE_TEXT = "[A-Za-z0-9\\-_.,:/()@!&?#+'’\\s]+";

    static final Constraint ANY = upTo(Integer.MAX_VALUE);
    static final Constraint SHARE_ID = shaped("[0-9a-f]{32}");
    static final Constraint WORKLOAD_ID = new Constraint(32, 32, Pattern.compile("[0-9a-f]{32}"));
    static final Constraint LENS_ALIAS = between(1, 128);
    static final Constraint PROFILE_ARN = new Constraint(
            0,
            2084,
            Pattern.compile("arn:aws[-a-z]*:wellarchitected:[a-z]{2}(-gov)?-[a-z]+-\\d:\\d{12}:profile/[a-z0-9]+"));
    static final Constraint TEMPLATE_ARN = new Constraint(
            50,
            250,
            Pattern.compile("arn:aws(-us-gov|-iso(-[a-z])?|-cn)?:wellarchitected:"
                    + "[a-z]{2}(-gov|-iso([a-z])?)?-[a-z]+-\\d:\\d{12}:(review-template)/[a-f0-9]{32}"));
    static final Constraint ACCOUNT = new Constraint(12, 12, Pattern.compile("[0-9]{12}"));
    static final Constraint SHARED_WITH = between(12, 2048);
    static final Constraint CLIENT_TOKEN = between(1, 2048);
    static final Constraint PREFIX = upTo(100);
    static final Constraint TEMPLATE_PREFIX = new Constraint(0, 100, Pattern.compile(TEMPLATE_TEXT));
    static final Constraint NAME = between(3, 100);
    static final Constraint LENS_NAME = between(1, 128);
    static final Constraint TEMPLATE_NAME = new Constraint(3, 100, Pattern.compile(TEMPLATE_TEXT));
    static final Constraint VERSION = between(1, 32);
    static final Constraint PROFILE_VERSION = new Constraint(1, 32, Pattern.compile("[A-Za-z0-9-]+"));
    static final Constraint LINK = new Constraint(0, 2048, Pattern.compile("(|(https?|ftp)://[^\\s/$.?#].[^\\s]*)"));
    static final Constraint NOTES = upTo(2084);

    static Constraint between(int min, int max) {
        return new Constraint(min, max, null);
    }

    static Constraint upTo(int max) {
        return between(0, max);
    }

    static Constraint shaped(String pattern) {
        return new Constraint(0, Integer.MAX_VALUE, Pattern.compile(pattern));
    }

    static Constraint templateText(int min, int max) {
        return new Constraint(min, max, Pattern.compile(TEMPLATE_TEXT));
    }

    Optional<String> violation(String value) {
        var length = value.codePointCount(0, value.length());
        if (length < min) {
            return Optional.of("Member must have length greater than or equal to " + min);
        }
        if (length > max) {
            return Optional.of("Member must have length less than or equal to " + max);
        }
        if (pattern != null && !pattern.matcher(value).matches()) {
            return Optional.of("Member must satisfy regular expression pattern: " + pattern);
        }
        return Optional.empty();
    }
}
