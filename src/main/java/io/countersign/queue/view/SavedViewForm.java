package io.countersign.queue.view;

import io.countersign.input.PlainText;
import io.countersign.input.TypedText;
import io.countersign.invitation.queue.QueueFilter;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
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
 * The form that saves a view.
 *
 * @param query the filter as a query string
 * @param shared present if the view is shared
 * @param start present if the view becomes the user's start view
 */
record SavedViewForm(
        @NotEmpty(message = "{view.name.missing}")
        @Size(max = 60, message = "{view.name.long}")
        @PlainText(message = "{view.name.control}")
        String name,

        @Nullable String query,
        @Nullable String shared,
        @Nullable String start) {

    SavedViewForm {
        name = TypedText.clean(name);
    }

    static SavedViewForm empty() {
        return new SavedViewForm("", null, null, null);
    }

    void checkQuery(Errors errors) {
        try {
            filter();
        } catch (ResponseStatusException malformed) {
            errors.rejectValue("query", "view.query.malformed", new Object[] {malformed.getReason()}, null);
        }
    }

    boolean isShared() {
        return shared != null;
    }

    boolean isStart() {
        return start != null;
    }

    /** Returns the filter in its canonical form; call it only on a valid form. */
    String stored() {
        return query(filter());
    }

    private QueueFilter filter() {
        return parse(query == null ? "" : query);
    }

    /** @throws ResponseStatusException 400 with the name of the invalid parameter */
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

    /** Returns the query string after the question mark. */
    static String query(QueueFilter filter) {
        String link = filter.link("/");
        return link.substring(link.indexOf('?') + 1);
    }
}
