package io.countersign.decision.web;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.Decision;
import io.countersign.decision.Proposal;
import io.countersign.decision.Reason;
import io.countersign.input.FreeText;
import io.countersign.input.TypedText;
import io.countersign.invitation.InvitationFingerprint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form that decides an invitation or answers a proposal. No action is preselected, unless the link or an earlier
 * decision names one.
 *
 * @param action an {@link InvitationAction}, or {@code RETURN} for a proposal that goes back to its proposer
 * @param fingerprint the fingerprint of the facts that the page showed
 * @param leaving {@code yes} if the user confirms that a reject ends an access that exists
 */
public record DecisionForm(
        @Nullable String action,

        @FreeText(message = "decision.reason", min = Reason.SHORTEST, max = Reason.LONGEST)
        String reason,

        @Nullable String fingerprint,
        @Nullable String leaving) {

    public DecisionForm {
        reason = TypedText.clean(reason);
    }

    static DecisionForm again(Decision earlier) {
        return new DecisionForm(
                earlier.action().name(), earlier.reason(), earlier.fingerprint().value(), null);
    }

    /** @param action the preselected action; an unknown word selects none */
    static DecisionForm choosing(@Nullable String action) {
        return new DecisionForm(
                InvitationAction.named(action).map(InvitationAction::name).orElse(null), "", null, null);
    }

    /** Returns the same form with a line added to the reason. */
    DecisionForm adding(String line) {
        return new DecisionForm(action, reason.isEmpty() ? line : reason + "\n" + line, fingerprint, leaving);
    }

    /** Checks what no annotation checks. */
    public void check(Errors errors, boolean answersProposal) {
        if (InvitationAction.named(action).isEmpty() && !(answersProposal && returnsProposal())) {
            errors.rejectValue("action", answersProposal ? "proposal.action.missing" : "decision.action.missing");
        }
        ShownFingerprint.check(fingerprint, errors);
    }

    public boolean returnsProposal() {
        return "RETURN".equals(action);
    }

    /** Only for a valid form. */
    DecideCommand command(InvitationId invitation, String person) {
        return new DecideCommand(invitation, chosen(), new Reason(reason), person, shown().orElseThrow(), null)
                .leaving("yes".equals(leaving));
    }

    /** Confirms the proposal, or rejects its invitation. Only for a valid form. */
    public DecideCommand answer(Proposal proposal, String person) {
        return chosen() == InvitationAction.ACCEPT
                ? DecideCommand.confirming(proposal, new Reason(reason), person, shown().orElseThrow())
                : command(proposal.invitation(), person);
    }

    private InvitationAction chosen() {
        return InvitationAction.named(action).orElseThrow();
    }

    /** Empty if the fingerprint is missing or malformed. */
    Optional<InvitationFingerprint> shown() {
        return ShownFingerprint.parse(fingerprint);
    }
}
