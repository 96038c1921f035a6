package io.countersign.sync.coverage;

import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import io.countersign.input.UnsafeCharacters;
import io.countersign.invitation.VisibilityScope;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filter of the coverage page.
 *
 * @param account part of an account name or id; null for all
 * @param region a Region; null for all
 * @param blind whether to show only accounts with a source that is not up to date
 * @param all whether to show all accounts, also those of other teams
 */
record CoverageFilter(@Nullable String account, @Nullable String region, boolean blind, boolean all) {

    private static final int LONGEST = 100;

    /** @throws ResponseStatusException 400 for an invalid parameter, with its name */
    static CoverageFilter of(Map<String, String> parameters) {
        return new CoverageFilter(
                account(parameters.getOrDefault("account", "").strip()),
                region(parameters.getOrDefault("region", "").strip()),
                "true".equals(parameters.get("blind")),
                "true".equals(parameters.get("all")));
    }

    /** Returns the sources to show to a user with this scope. */
    VisibilityScope within(VisibilityScope seen) {
        return all ? VisibilityScope.EVERYTHING : seen;
    }

    boolean matches(Connection connection) {
        if (region != null && !connection.regions().contains(new Region(region))) {
            return false;
        }
        return account == null
                || connection.account().value().contains(account.replace(" ", ""))
                || connection.name().toLowerCase(Locale.ROOT).contains(account.toLowerCase(Locale.ROOT));
    }

    String link(int page) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/coverage");
        if (account != null) {
            link.queryParam("account", "{account}").uriVariables(Map.of("account", account));
        }
        if (region != null) {
            link.queryParam("region", region);
        }
        if (blind) {
            link.queryParam("blind", true);
        }
        if (all) {
            link.queryParam("all", true);
        }
        if (page > 1) {
            link.queryParam("page", page);
        }
        return link.encode().build().toUriString();
    }

    private static @Nullable String account(String typed) {
        if (typed.length() > LONGEST || !UnsafeCharacters.noneIn(typed)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "account: at most " + LONGEST + " characters, no control characters");
        }
        return typed.isEmpty() ? null : typed;
    }

    private static @Nullable String region(String typed) {
        try {
            return typed.isEmpty() ? null : new Region(typed).value();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "region: " + e.getMessage());
        }
    }
}
