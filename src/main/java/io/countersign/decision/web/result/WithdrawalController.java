package io.countersign.decision.web.result;

import io.countersign.decision.Decision;
import io.countersign.decision.DecisionState;
import io.countersign.decision.execution.WithdrawalService;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.identity.CanWithdraw;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.site.FlashMessages;
import io.countersign.team.access.ReviewerAccess;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Withdraws a held decision. */
@Controller
class WithdrawalController {

    private final DecisionRepository decisions;
    private final WithdrawalService withdrawals;
    private final InvitationRepository invitationRepository;
    private final ReviewerAccess access;
    private final FlashMessages flashMessages;

    WithdrawalController(
            DecisionRepository decisions,
            WithdrawalService withdrawals,
            InvitationRepository invitationRepository,
            ReviewerAccess access,
            FlashMessages flashMessages) {
        this.decisions = decisions;
        this.withdrawals = withdrawals;
        this.invitationRepository = invitationRepository;
        this.access = access;
        this.flashMessages = flashMessages;
    }

    @CanWithdraw
    @PostMapping("/decisions/{id}/withdrawal")
    String withdraw(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        Decision decision = DecisionController.find(decisions, id);
        access.admit(invitationRepository.find(decision.reviewed().id()).orElseThrow(), person.getName());
        switch (withdrawals.withdraw(decision, person.getName())) {
            case DONE -> {
                // the page shows the new state
            }
            case TOO_LATE -> {
                if (DecisionController.find(decisions, id).state() == DecisionState.WITHDRAWN) {
                    break; // the button was pressed twice, and the page shows the new state
                }
                flashMessages.warn(flash, "decision.undo.too-late");
            }
            case NOT_PERMITTED -> throw new ResponseStatusException(HttpStatus.FORBIDDEN, "decision.undo.not-yours");
        }
        return "redirect:" + QueueFilter.of(parameters).link("/decisions/" + decision.id());
    }
}
