package io.countersign.decision.web;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.Decision;
import io.countersign.decision.Reason;
import io.countersign.input.FreeText;
import io.countersign.input.OneOf;
import io.countersign.input.TypedText;
import io.countersign.invitation.InvitationFingerprint;
import jakarta.validation.constraints.NotEmpty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What a person chose and typed. Nothing is chosen beforehand, unless an earlier decision is offered again.
 *
 * @param fingerprint of what the page showed when the form was filled in
 */
public record DecisionForm(
        @NotEmpty(message = "{decision.action.missing}")
        @OneOf(value = InvitationAction.class, message = "{decision.action.unknown}")
        @Nullable
        String action,

        @FreeText(message = "decision.reason", min = Reason.SHORTEST, max = Reason.LONGEST)
        String reason,

        @Nullable String fingerprint) {

    public DecisionForm {
        reason = TypedText.clean(reason);
    }

    static DecisionForm again(Decision earlier) {
        return new DecisionForm(
                earlier.action().name(), earlier.reason(), earlier.fingerprint().value());
    }

    /** @param action chosen beforehand; a word that is not an action chooses nothing */
    static DecisionForm choosing(@Nullable String action) {
        return new DecisionForm(
                InvitationAction.named(action).map(InvitationAction::name).orElse(null), "", null);
    }

    /** The same choice with one more line of text. */
    DecisionForm adding(String offered) {
        return new DecisionForm(action, reason.isEmpty() ? offered : reason + "\n" + offered, fingerprint);
    }

    void checkShown(Errors errors) {
        ShownFingerprint.check(fingerprint, errors);
    }

    /** Only for a valid form. */
    DecideCommand command(InvitationId invitation, String person) {
        return new DecideCommand(
                invitation,
                InvitationAction.named(action).orElseThrow(),
                new Reason(reason),
                person,
                shown().orElseThrow(),
                null);
    }

    /** Empty where it is missing or malformed. */
    Optional<InvitationFingerprint> shown() {
        return ShownFingerprint.parse(fingerprint);
    }
}
