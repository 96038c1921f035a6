package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;

/**
 * Somebody tried to decide and was refused here, before anything was sent.
 *
 * @param reason what the person gave as the reason for the decision
 * @param why the refusal in plain words
 */
public record DecisionRefused(
        Source source, ListedInvitation reviewed, Action action, String reason, String person, String why) {}
