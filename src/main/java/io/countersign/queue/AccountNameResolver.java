package io.countersign.queue;

import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Resolves the name of a connected account, or a unique part of it, to its id. */
@Component
class AccountNameResolver {

    private static final String PARAMETER = "account";

    private final Connections connections;

    AccountNameResolver(Connections connections) {
        this.connections = connections;
    }

    /** @throws ResponseStatusException 400 if the name matches no account or several */
    Map<String, String> resolve(Map<String, String> parameters) {
        String typed = parameters.getOrDefault(PARAMETER, "").strip();
        if (typed.isEmpty()) {
            return parameters;
        }
        Map<String, String> resolved = new HashMap<>(parameters);
        resolved.put(PARAMETER, typed.matches("[0-9 ]+") ? typed.replace(" ", "") : named(typed));
        return resolved;
    }

    private String named(String typed) {
        List<Connection> holding = connections.all().stream()
                .filter(each -> lower(each.name()).contains(lower(typed)))
                .toList();
        List<Connection> same = holding.stream()
                .filter(each -> lower(each.name()).equals(lower(typed)))
                .toList();
        List<Connection> fitting = same.isEmpty() ? holding : same;
        if (fitting.size() == 1) {
            return fitting.get(0).account().value();
        }
        throw new ResponseStatusException(
                HttpStatus.BAD_REQUEST,
                fitting.isEmpty()
                        ? "account: no connected account has this name; enter a name or a 12-digit ID"
                        : "account: several accounts have this name; enter the ID");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
