package io.countersign.queue;

import io.countersign.invitation.QueueFilter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A view as a person saves it.
 *
 * @param query the filter as it stands in the address
 * @param shared present where it is shared
 * @param start present where the person wants to start with it
 */
record ViewForm(
        @Nullable String name,
        @Nullable String query,
        @Nullable String shared,
        @Nullable String start) {

    static final int LONGEST = 60;

    void check(Errors errors) {
        if (title().isEmpty()) {
            errors.rejectValue("name", "view.name.missing");
        } else if (title().length() > LONGEST) {
            errors.rejectValue("name", "view.name.long", new Object[] {LONGEST}, null);
        } else if (title().codePoints().anyMatch(ViewForm::unprintable)) {
            errors.rejectValue("name", "view.name.control");
        }
        try {
            filter();
        } catch (ResponseStatusException malformed) {
            errors.rejectValue("query", "view.query.malformed", new Object[] {malformed.getReason()}, null);
        }
    }

    String title() {
        return name == null ? "" : name.strip();
    }

    boolean isShared() {
        return shared != null;
    }

    boolean isStart() {
        return start != null;
    }

    /** Only for a form without errors: the filter in its one spelling. */
    String stored() {
        return query(filter());
    }

    private QueueFilter filter() {
        return parse(query == null ? "" : query);
    }

    /** @throws ResponseStatusException 400, naming the parameter that is wrong */
    static QueueFilter parse(String query) {
        Map<String, String> parameters;
        try {
            parameters = UriComponentsBuilder.fromUriString("/?" + query)
                    .build(true)
                    .getQueryParams()
                    .toSingleValueMap();
        } catch (IllegalArgumentException unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "query: cannot be read");
        }
        Map<String, String> decoded = new HashMap<>();
        parameters.forEach((name, value) -> {
            if (value != null) {
                decoded.put(name, UriUtils.decode(value, StandardCharsets.UTF_8));
            }
        });
        return QueueFilter.of(decoded);
    }

    /** The filter as it stands in the address, behind the question mark. */
    static String query(QueueFilter filter) {
        String link = filter.link("/");
        return link.substring(link.indexOf('?') + 1);
    }

    /** Control characters, halves of symbols, and what turns the direction of the text around it. */
    private static boolean unprintable(int c) {
        return Character.isISOControl(c)
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069;
    }
}
