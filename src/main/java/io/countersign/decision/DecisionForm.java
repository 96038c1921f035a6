package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.connection.InvitationId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What a person chose and typed. Nothing is chosen beforehand. */
record DecisionForm(@Nullable String action, @Nullable String reason) {

    /** @param action chosen beforehand where somebody asked for it; a word that is none of ours chooses nothing */
    static DecisionForm choosing(@Nullable String action) {
        DecisionForm form = new DecisionForm(action, null);
        return form.chosen().isPresent() ? form : new DecisionForm(null, null);
    }

    /** The same choice, with a text on a line of its own behind what was typed. */
    DecisionForm adding(String offered) {
        return new DecisionForm(action, text().isEmpty() ? offered : text() + "\n" + offered);
    }

    void check(Errors errors) {
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
    Decide command(InvitationId invitation, String person) {
        return new Decide(invitation, chosen().orElseThrow(), new Reason(text()), person);
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
