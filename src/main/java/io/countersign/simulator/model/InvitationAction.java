package io.countersign.simulator.model;

/** The response of a recipient to an invitation. */
public enum InvitationAction {
    ACCEPT,
    REJECT
}
