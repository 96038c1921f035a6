package io.countersign.identity.account;

import io.countersign.identity.Person;

/**
 * A user as the database stores it.
 *
 * @param origin what manages the user, or did so before the user was disabled
 * @param fictional whether the user belongs to the history of the demo
 */
public record StoredPerson(Person person, Origin origin, boolean fictional) {

    /** Returns whether the user signs in with a password that only the database knows. */
    public boolean local() {
        return origin == Origin.LOCAL;
    }

    /** Returns whether an identity provider signs the user in: there is no password, and groups give the roles. */
    public boolean provided() {
        return origin == Origin.PROVIDER;
    }

    /**
     * Returns whether admins can change the roles and the password in the browser: of a user of the configuration only after
     * the removal, of the fictional users of the demo and of users of a provider never.
     */
    public boolean editable() {
        return local() || origin == Origin.CONFIGURATION && !person.enabled() && !fictional;
    }
}
