package io.countersign.team.comment;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds {@code @name} mentions in a text. */
public final class MentionParser {

    /** Ignores an at sign inside a word, such as the address ann@example.com. */
    private static final Pattern NAME = Pattern.compile("(?<![A-Za-z0-9._@-])@([A-Za-z0-9][A-Za-z0-9._@-]{0,63})");

    private MentionParser() {}

    /** Returns the known names that are mentioned, in the order of the text. */
    public static Set<String> in(String text, Collection<String> known) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            known(matcher.group(1), known).ifPresent(found::add);
        }
        return found;
    }

    /** Returns the mentions that match none of the known names. */
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

    /** A name may end with a dot, but usually the dot ends the sentence. */
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
