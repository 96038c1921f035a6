package io.countersign.invitation.queue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Writes the parameters of a filter into a URL, without those that restrict nothing. */
final class QueueLink {

    private static final String QUEUE = "/";

    private static final Set<String> DISPLAY = Set.of("state", "sort", "rows", "page");

    private QueueLink() {}

    static String to(String path, QueueFilter filter, int page) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        parameters(filter, page).forEach((name, value) -> {
            if (value != null) {
                // Template variables make Spring encode every reserved character.
                link.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
            }
        });
        if (path.equals(QUEUE) && page == 1 && filter.sameAs(QueueFilter.none())) {
            // The address without parameters shows the user's start view.
            link.queryParam("view", "all");
        }
        return link.encode().build().toUriString();
    }

    /** Returns the number of criteria. */
    static int criteria(QueueFilter filter) {
        Map<String, @Nullable Object> parameters = parameters(filter, 1);
        parameters.keySet().removeAll(DISPLAY);
        return (int) parameters.values().stream().filter(Objects::nonNull).count();
    }

    /** Returns the parameters in the order of the URL. */
    private static Map<String, @Nullable Object> parameters(QueueFilter filter, int page) {
        AssignmentCriteria assignment = filter.assignment();
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put(
                "state",
                filter.state() == QueueState.PENDING ? null : filter.state().parameter());
        filter.criteria().addTo(parameters);
        parameters.put(
                "assignee",
                assignment.filter() == null ? null : assignment.filter().parameter());
        parameters.put("waited", filter.criteria().waited());
        parameters.put("holder", assignment.holder());
        parameters.put("team", assignment.team());
        parameters.put("sort", filter.sort().equals(filter.state().defaultSort()) ? null : filter.sort());
        parameters.put("rows", filter.each() ? QueueFilter.EACH : null);
        parameters.put("page", page == 1 ? null : page);
        return parameters;
    }
}
