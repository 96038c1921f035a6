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
 * A view as a person saves it.
 *
 * @param query the filter as it stands in the address
 * @param shared present where it is shared
 * @param start present where the person wants to start with it
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

    /** Only for a valid form: the filter in its one spelling. */
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
}
