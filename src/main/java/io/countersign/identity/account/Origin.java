package io.countersign.identity.account;

/** What manages a user. */
public enum Origin {
    /** The configuration, at each start. */
    CONFIGURATION,
    /** Admins, in the browser. */
    LOCAL,
    /** An identity provider: its groups give the roles at each sign-in. */
    PROVIDER
}
