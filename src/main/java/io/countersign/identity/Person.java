package io.countersign.identity;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A user: a person or service account that can sign in.
 *
 * @param enabled false if the user was removed from the configuration; the row is kept, because the audit log refers to
 * it
 */
public record Person(String name, Set<Role> roles, boolean enabled) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public SortedSet<Role> sortedRoles() {
        return new TreeSet<>(roles);
    }

    /** Returns whether the user may see the invitations of all teams. */
    public boolean seesAll() {
        return enabled && (roles.contains(Role.AUDITOR) || roles.contains(Role.ADMIN));
    }

    public boolean isAdmin() {
        return enabled && roles.contains(Role.ADMIN);
    }

    /** Returns whether the user may currently decide invitations. */
    public boolean mayDecide() {
        return enabled && (roles.contains(Role.REVIEWER) || roles.contains(Role.LEAD));
    }
}
