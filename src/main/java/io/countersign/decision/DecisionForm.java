package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.connection.InvitationId;
import io.countersign.invitation.Fingerprint;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What a person chose and typed, about what they saw. Nothing is chosen beforehand, unless an earlier decision is offered again.
 *
 * @param fingerprint of what the page showed that the form stood on
 */
record DecisionForm(
        @Nullable String action,
        @Nullable String reason,
        @Nullable String fingerprint) {

    static DecisionForm again(Decision earlier) {
        return new DecisionForm(
                earlier.action().name(), earlier.reason(), earlier.fingerprint().value());
    }

    /** @param action chosen beforehand where somebody asked for it; a word that is none of ours chooses nothing */
    static DecisionForm choosing(@Nullable String action) {
        DecisionForm form = new DecisionForm(action, null, null);
        return form.chosen().isPresent() ? form : new DecisionForm(null, null, null);
    }

    /** The same choice, with a text on a line of its own behind what was typed. */
    DecisionForm adding(String offered) {
        return new DecisionForm(action, text().isEmpty() ? offered : text() + "\n" + offered, fingerprint);
    }

    void check(Errors errors) {
        if (fingerprint == null || fingerprint.isEmpty()) {
            errors.reject("decision.fingerprint.missing");
        } else if (shown().isEmpty()) {
            errors.reject("decision.fingerprint.malformed");
        }
        if (action == null || action.isEmpty()) {
            errors.rejectValue("action", "decision.action.missing");
        } else if (chosen().isEmpty()) {
            errors.rejectValue("action", "decision.action.unknown");
        }
        Reason.problem(text())
                .ifPresent(problem -> errors.rejectValue(
                        "reason",
                        "decision." + problem,
                        new Object[] {Reason.SHORTEST, Reason.LONGEST, text().length()},
                        null));
    }

    /** Only for a form without errors. */
    DecideCommand command(InvitationId invitation, String person) {
        return new DecideCommand(
                invitation, chosen().orElseThrow(), new Reason(text()), person, shown().orElseThrow(), null);
    }

    /** Empty where it is missing or malformed. */
    Optional<Fingerprint> shown() {
        try {
            return Optional.ofNullable(fingerprint).map(Fingerprint::new);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<Action> chosen() {
        return Arrays.stream(Action.values())
                .filter(known -> known.name().equals(action))
                .findFirst();
    }

    private String text() {
        return Reason.clean(reason == null ? "" : reason);
    }
}
