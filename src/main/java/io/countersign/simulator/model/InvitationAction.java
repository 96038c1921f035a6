package io.countersign.simulator.rules;

/** What a recipient answers to an invitation. */
public enum Action {
    ACCEPT,
    REJECT
}
