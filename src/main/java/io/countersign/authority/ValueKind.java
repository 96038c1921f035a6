package io.countersign.authority;

/** A kind of value that decides who may decide. The label of a kind is the message {@code authority.kind.<name>}. */
public enum ValueKind {
    /** The roles of a configured user, by name. */
    PERSON,
    /** The roles of a user whom the application stores, by name. */
    USER,
    /** A hash of the password hash of a user whom the application stores, by name; it only shows that the password changed. */
    USER_PASSWORD,
    /** A hash of a configured user's password hash, by name; it only shows that the password changed. */
    PASSWORD,
    /** The membership and trust level in the owner directory, by account ID. */
    OWNER,
    /** Whether configuration and connections call an account internal or external, by account ID. */
    MEMBERSHIP,
    /** The membership, roles and Regions of a connection in the configuration, by account ID. */
    CONNECTION,
    /** The roles of a group of an identity provider, by group; also the issuers, and the claim that lists the groups. */
    GROUP,
    /** An approval rule, by a hash of its text. */
    RULE,
    /** The duration of a hold, by the name of its property. */
    HOLD,
    /** A setting that affects decisions, by the name of its property. */
    SETTING;

    /** Returns whether the values say who may sign in, and with which roles. */
    public boolean ofUsers() {
        return this == PERSON || this == USER || this == USER_PASSWORD || this == PASSWORD;
    }

    /** Returns whether the configuration alone sets the values, so that they do not change while a replica runs. */
    boolean configured() {
        return this != USER && this != USER_PASSWORD && this != OWNER && this != MEMBERSHIP;
    }
}
