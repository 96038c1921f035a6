package io.countersign.site;

import io.countersign.identity.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the bar on top.
 *
 * @param key what a page gives as {@code nav} to be the current one
 * @param label message key
 * @param role who sees it; null: everybody
 */
public record NavigationItem(
        String key, String path, String label, @Nullable Role role) {

    static final List<NavigationItem> ALL = List.of(
            new NavigationItem("queue", "/", "site.nav.queue", null),
            new NavigationItem("coverage", "/coverage", "site.nav.coverage", null),
            new NavigationItem("teams", "/teams", "site.nav.teams", null),
            new NavigationItem("history", "/history", "site.nav.history", null),
            new NavigationItem("connections", "/connections", "site.nav.connections", Role.ADMIN));
}
