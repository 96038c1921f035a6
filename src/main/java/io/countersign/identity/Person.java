package io.countersign.identity;

import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param enabled false once the person is no longer in the configuration; the row stays, because history speaks of it
 */
public record Person(String name, Set<Role> roles, boolean enabled) {

    public Person {
        roles = Set.copyOf(roles);
    }

    /** Whether this person reads everything, whoever looks after it. */
    public boolean seesAll() {
        return enabled && (roles.contains(Role.AUDITOR) || roles.contains(Role.ADMIN));
    }

    /** Whether this person may decide on invitations now. */
    public boolean mayDecide() {
        return enabled && (roles.contains(Role.REVIEWER) || roles.contains(Role.LEAD));
    }
}
