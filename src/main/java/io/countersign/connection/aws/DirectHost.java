package io.countersign.connection.aws;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * An entry of the list of hosts that are reached without a proxy.
 *
 * @param entry an address, a name that includes the names below it, the start of names with {@code *}, or a range such
 *     as {@code 10.0.0.0/8}
 */
record DirectHost(String entry) {

    /** @param separator a regular expression */
    static List<DirectHost> list(String text, String separator) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split(separator))
                .map(DirectHost::withoutPort)
                .map(host -> host.replaceFirst("^\\*?\\.", ""))
                .filter(host -> !host.isEmpty())
                .map(DirectHost::new)
                .toList();
    }

    private static String withoutPort(String host) {
        return host.strip().replaceFirst("^([^:]+):\\d+$", "$1").replaceFirst("^\\[(.*)](:\\d+)?$", "$1");
    }

    boolean isMalformed() {
        try {
            return isRange() && range() == null;
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }

    boolean includes(String target) {
        String host = withoutPort(target.toLowerCase(Locale.ROOT));
        if (isRange()) {
            return host.matches("[0-9.]+|.*:.*") && range().matches(host);
        }
        return entry.endsWith("*")
                ? host.startsWith(entry.substring(0, entry.length() - 1))
                : host.equals(entry) || host.endsWith("." + entry);
    }

    private boolean isRange() {
        return entry.contains("/");
    }

    private IpAddressMatcher range() {
        return new IpAddressMatcher(entry);
    }
}
