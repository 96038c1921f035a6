package io.countersign.identity.account;

import io.countersign.identity.Person;

/**
 * A user as the database stores it.
 *
 * @param local false if the configuration manages the user, or did so before it removed the user
 * @param fictional whether the user belongs to the history of the demo
 */
public record StoredPerson(Person person, boolean local, boolean fictional) {

    /**
     * Returns whether admins can change the user in the browser: a user of the configuration only after the removal, and
     * the fictional users of the demo never.
     */
    public boolean editable() {
        return local || !person.enabled() && !fictional;
    }
}
