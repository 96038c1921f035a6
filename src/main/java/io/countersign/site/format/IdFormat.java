package io.countersign.site.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats IDs for reading. Uses strings, because unknown values from AWS are shown too. */
final class IdFormat {

    private static final Pattern ACCOUNT = Pattern.compile("^(\\d{4})(\\d{4})(\\d{4})$");
    private static final Pattern ARN = Pattern.compile("arn:.*:([a-z-]+)/([^/]+)");
    private static final int SHORT_ENOUGH = 12;

    private IdFormat() {}

    static String account(@Nullable String id) {
        return id == null ? "" : ACCOUNT.matcher(id).replaceFirst("$1 $2 $3");
    }

    static String shortened(@Nullable String id) {
        if (id == null) {
            return "";
        }
        Matcher arn = ARN.matcher(id);
        return arn.matches() ? "…" + arn.group(1) + "/" + middleLeftOut(arn.group(2)) : middleLeftOut(id);
    }

    private static String middleLeftOut(String id) {
        return id.length() <= SHORT_ENOUGH ? id : id.substring(0, 4) + "…" + id.substring(id.length() - 4);
    }
}
