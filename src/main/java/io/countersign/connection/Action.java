package io.countersign.connection;

/** What a recipient can do with an invitation: AWS's {@code ShareInvitationAction}. */
public enum Action {
    ACCEPT,
    REJECT
}
