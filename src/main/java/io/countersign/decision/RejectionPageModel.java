package io.countersign.decision;

import io.countersign.connection.InvitationId;
import io.countersign.identity.FreshSignIn;
import io.countersign.invitation.QueueFilter;
import io.countersign.policy.Verdict;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of an invitation after a refusal: it says why, and what was typed is still there. */
@Component
class RejectionPageModel {

    private final ReviewPage page;
    private final FreshSignIn signIn;

    RejectionPageModel(ReviewPage page, FreshSignIn signIn) {
        this.page = page;
        this.signIn = signIn;
    }

    String show(
            DecisionResult.Refused refused,
            InvitationId invitation,
            QueueFilter filter,
            String person,
            DecisionForm form,
            Model model,
            HttpServletResponse response) {
        page.fill(model, invitation, filter, person, form);
        tell(refused, filter, filter.link("/invitations/" + invitation), model, response);
        return "decision/review";
    }

    /** @param here the page to which a fresh sign-in leads back */
    void tell(
            DecisionResult.Refused refused,
            QueueFilter filter,
            String here,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("refused", refused.why().name());
        if (refused.other() != null) {
            model.addAttribute("other", DecisionView.of(refused.other(), filter));
        }
        if (refused.failure() != null) {
            model.addAttribute("unread", refused.failure().kind().name());
        }
        if (refused.why() == Verdict.NOT_FRESH) {
            model.addAttribute("freshHref", signIn.again(here));
        }
        response.setStatus(status(refused.why()).value());
    }

    private static HttpStatus status(Verdict why) {
        return switch (why) {
            case NOT_A_DECIDER, NOT_YOURS, NOT_FRESH, OWN_PROPOSAL, LEAD, SECOND_PERSON, MACHINE ->
                HttpStatus.FORBIDDEN;
            case UNREAD -> HttpStatus.BAD_GATEWAY;
            default -> HttpStatus.CONFLICT;
        };
    }
}
