package io.countersign.site;

import io.countersign.identity.Role;
import java.util.List;
import java.util.Set;

/**
 * An item of the navigation bar.
 *
 * @param key the value of {@code nav} on pages of this item
 * @param label message key
 * @param roles the roles that see the item; empty for all
 */
public record NavigationItem(String key, String path, String label, Set<Role> roles) {

    private static final Set<Role> ALL_ROLES = Set.of();

    public static final List<NavigationItem> ALL = List.of(
            new NavigationItem("queue", "/", "site.nav.queue", ALL_ROLES),
            new NavigationItem("coverage", "/coverage", "site.nav.coverage", ALL_ROLES),
            new NavigationItem("teams", "/teams", "site.nav.teams", ALL_ROLES),
            new NavigationItem("history", "/history", "site.nav.history", ALL_ROLES),
            new NavigationItem("lead", "/lead", "site.nav.lead", Set.of(Role.LEAD, Role.AUDITOR, Role.ADMIN)),
            new NavigationItem("owners", "/owners", "site.nav.owners", Set.of(Role.LEAD)),
            new NavigationItem("connections", "/connections", "site.nav.connections", Set.of(Role.ADMIN)),
            new NavigationItem("users", "/users", "site.nav.users", Set.of(Role.ADMIN)));
}
