package io.countersign.team.comment;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds {@code @name} in what somebody wrote. */
public final class MentionParser {

    /** Not inside a word, so that an address such as ann@example.com names nobody. */
    private static final Pattern NAME = Pattern.compile("(?<![A-Za-z0-9._@-])@([A-Za-z0-9][A-Za-z0-9._@-]{0,63})");

    private MentionParser() {}

    /** Those of the known names that are mentioned, in the order of the text. */
    public static Set<String> in(String text, Collection<String> known) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            known(matcher.group(1), known).ifPresent(found::add);
        }
        return found;
    }

    /** What looks like a name, and is none of them. */
    static Set<String> unknown(String text, Collection<String> known) {
        Set<String> unknown = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            if (known(matcher.group(1), known).isEmpty()) {
                unknown.add(matcher.group(1).replaceFirst("[._@-]+$", ""));
            }
        }
        return unknown;
    }

    /** A name may end with a dot; more often the dot ends the sentence. */
    private static Optional<String> known(String typed, Collection<String> known) {
        String name = typed;
        while (!known.contains(name)) {
            char last = name.isEmpty() ? ' ' : name.charAt(name.length() - 1);
            if (".-_@".indexOf(last) < 0) {
                return Optional.empty();
            }
            name = name.substring(0, name.length() - 1);
        }
        return Optional.of(name);
    }
}
