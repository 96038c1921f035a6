package io.countersign.connection.role;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name and path of a role; the path begins and ends with a slash. */
record RoleName(String path, String name) {

    private static final Pattern ARN = Pattern.compile(".*:role(/|/.*/)([^/]+)");

    /** @throws IllegalArgumentException if the text is not the ARN of a role */
    static RoleName of(String arn) {
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not the ARN of a role");
        }
        return new RoleName(matcher.group(1), matcher.group(2));
    }
}
