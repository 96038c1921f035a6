package io.countersign.decision.web.result;

import io.countersign.decision.Decision;
import io.countersign.decision.DecisionState;
import io.countersign.decision.EffectObservation;
import io.countersign.decision.Proposal;
import io.countersign.decision.eligibility.SkippedApprovers;
import io.countersign.decision.execution.WithdrawalService;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.decision.web.DecisionView;
import io.countersign.decision.web.ProposalView;
import io.countersign.identity.CanRead;
import io.countersign.input.EncodedQuery;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.view.InvitationPageAssembler;
import io.countersign.policy.RetryFacts;
import io.countersign.policy.RetryRule;
import io.countersign.team.ReviewerContext;
import io.countersign.team.access.ReviewerAccess;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows the page of a decision, which is the same for every outcome. */
@Controller
class DecisionController {

    private final DecisionRepository decisions;
    private final InvitationRepository invitationRepository;
    private final InvitationPageAssembler pages;
    private final WithdrawalService withdrawals;
    private final ReviewerAccess access;
    private final SkippedApprovers skippedApprovers;
    private final ProposalRepository proposals;

    DecisionController(
            DecisionRepository decisions,
            InvitationRepository invitationRepository,
            InvitationPageAssembler pages,
            WithdrawalService withdrawals,
            ReviewerAccess access,
            SkippedApprovers skippedApprovers,
            ProposalRepository proposals) {
        this.decisions = decisions;
        this.invitationRepository = invitationRepository;
        this.pages = pages;
        this.withdrawals = withdrawals;
        this.access = access;
        this.skippedApprovers = skippedApprovers;
        this.proposals = proposals;
    }

    @CanRead
    @GetMapping("/decisions/{id}")
    String decision(
            @PathVariable long id, @RequestParam Map<String, String> parameters, Principal person, Model model) {
        Decision decision = find(decisions, id);
        Invitation invitation =
                invitationRepository.find(decision.reviewed().id()).orElseThrow();
        ReviewerContext context = access.admit(invitation, person.getName());
        QueueFilter filter = access.restrict(QueueFilter.of(parameters), person.getName());
        Proposal proposal = Optional.ofNullable(decision.approval().proposal())
                .flatMap(proposals::find)
                .orElse(null);
        model.addAttribute(
                "page",
                new DecisionPage(
                        DecisionView.of(decision, filter),
                        DecisionSteps.of(decision, proposal),
                        proposal == null ? null : ProposalView.of(proposal),
                        decision.approval().breakGlass() ? skippedApprovers.of(decision.id()) : List.of(),
                        pages.view(invitation, filter),
                        pages.place(invitation.id(), filter),
                        withdrawals.canWithdraw(decision, context)
                                ? filter.link("/decisions/" + decision.id() + "/withdrawal")
                                : null,
                        againHref(decision, invitation, filter),
                        "log".equals(parameters.get("from")),
                        EncodedQuery.checked(parameters.get("log")),
                        permissionCheckedAt(decision)));
        return "decision/decision";
    }

    /** Nothing is sent if the fresh listing differs from what the user reviewed. */
    private static @Nullable Instant permissionCheckedAt(Decision decision) {
        boolean checked = decision.lifecycle().sentAt() != null
                && !decision.leaving()
                && decision.reviewed().permission() != null;
        return checked ? decision.lifecycle().listedAt() : null;
    }

    private static @Nullable String againHref(Decision decision, Invitation invitation, QueueFilter filter) {
        boolean over = decision.state() == DecisionState.FAILED || decision.state() == DecisionState.WITHDRAWN;
        if (!over || !RetryRule.allows(facts(decision, invitation))) {
            return null;
        }
        String link = filter.link("/invitations/" + invitation.id());
        return link + (link.contains("?") ? "&" : "?") + "again=" + decision.id();
    }

    private static RetryFacts facts(Decision decision, Invitation invitation) {
        EffectObservation observation = decision.lifecycle().observation();
        return new RetryFacts(
                invitation,
                decision.action(),
                !decision.neverSent(),
                decision.answeredAt(),
                observation == null ? null : observation.effect());
    }

    /** @throws ResponseStatusException 404 for an unknown id */
    static Decision find(DecisionRepository decisions, long id) {
        return decisions
                .find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Decision " + id + " does not exist."));
    }
}
