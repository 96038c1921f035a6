package io.countersign.team.comment;

import io.countersign.identity.PersonName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds {@code @name} mentions in a text. */
public final class MentionParser {

    /** Ignores an at sign inside a word, such as the address ann@example.com. */
    private static final Pattern NAME =
            Pattern.compile("(?<![A-Za-z0-9._@+-])@(" + PersonName.PATTERN.replace("'", "'\u2019") + ")");

    private static final Pattern END = Pattern.compile("(?:'s|[._@+'-])$");

    private MentionParser() {}

    /** Returns the known names that are mentioned in any spelling, in the order of the text. */
    public static Set<String> in(String text, Collection<String> known) {
        Map<String, String> names = byKey(known);
        Set<String> found = new LinkedHashSet<>();
        NAME.matcher(text).results().forEach(each -> known(each.group(1), names).ifPresent(found::add));
        return found;
    }

    /** Returns the mentions that match none of the known names. */
    static Set<String> unknown(String text, Collection<String> known) {
        Map<String, String> names = byKey(known);
        Set<String> unknown = new LinkedHashSet<>();
        NAME.matcher(text)
                .results()
                .map(each -> each.group(1))
                .filter(each -> known(each, names).isEmpty())
                .forEach(each -> unknown.add(each.replaceFirst("[._@+'\u2019-]+$", "")));
        return unknown;
    }

    private static Map<String, String> byKey(Collection<String> known) {
        return known.stream().collect(Collectors.toMap(PersonName::key, name -> name));
    }

    /** A name may end with a dot or an apostrophe, but usually these end the sentence, a quotation or a genitive. */
    private static Optional<String> known(String typed, Map<String, String> names) {
        String key = PersonName.key(typed);
        String shorter = END.matcher(key).replaceFirst("");
        while (!names.containsKey(key) && !shorter.equals(key)) {
            key = shorter;
            shorter = END.matcher(key).replaceFirst("");
        }
        return Optional.ofNullable(names.get(key));
    }
}
