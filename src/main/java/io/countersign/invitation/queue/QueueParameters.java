package io.countersign.invitation.queue;

import io.countersign.input.UnsafeCharacters;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Reads and checks the parameters of a queue link. Each method returns null for a missing or blank parameter. */
record QueueParameters(Map<String, String> typed) {

    private static final int LONGEST_TEXT = 200;

    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

    private static final Pattern OWNER = Pattern.compile("[0-9A-Za-z:/_.+=,@-]{1,100}");

    /** @throws ResponseStatusException 400 with the name of the invalid parameter */
    <T> @Nullable T value(String name, Function<String, T> parse) {
        String value = typed.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, name + ": " + e.getMessage());
        }
    }

    @Nullable
    String word(String name, String otherwise) {
        return value(name, value -> matching(WORD, value, otherwise));
    }

    @Nullable
    String owner(String name) {
        return value(name, value -> matching(OWNER, value, "must be an account id"));
    }

    @Nullable
    String text(String name) {
        return value(name, QueueParameters::printable);
    }

    private static String matching(Pattern pattern, String value, String otherwise) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(otherwise);
        }
        return value;
    }

    private static String printable(String value) {
        if (value.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("at most " + LONGEST_TEXT + " characters");
        }
        if (!UnsafeCharacters.noneIn(value)) {
            throw new IllegalArgumentException("no control characters");
        }
        return value;
    }
}
