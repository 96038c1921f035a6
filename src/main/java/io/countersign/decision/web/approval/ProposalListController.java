package io.countersign.decision.web.approval;

import io.countersign.connection.InvitationId;
import io.countersign.decision.Proposal;
import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.decision.persistence.ProposalListRepository;
import io.countersign.decision.web.ProposalView;
import io.countersign.identity.CanRead;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.view.InvitationPageAssembler;
import io.countersign.invitation.view.InvitationView;
import io.countersign.team.access.ReviewerAccess;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Lists the proposals that wait for a second approval. */
@Controller
class ProposalListController {

    private static final int MOST = 200;

    private final ProposalListRepository proposals;
    private final InvitationPageAssembler pages;
    private final ApprovalRules rules;
    private final ReviewerAccess access;

    ProposalListController(
            ProposalListRepository proposals,
            InvitationPageAssembler pages,
            ApprovalRules rules,
            ReviewerAccess access) {
        this.proposals = proposals;
        this.pages = pages;
        this.rules = rules;
        this.access = access;
    }

    /** @param own whether the reader is the proposer, so that another user has to answer */
    record Row(InvitationView item, ProposalView proposal, String needs, boolean own) {}

    /** @param sentBack proposals of the reader that were sent back */
    record Page(List<Row> rows, int total, List<Row> sentBack) {}

    @CanRead
    @GetMapping("/proposals")
    String list(Principal person, Model model) {
        VisibilityScope visibilityScope = access.scope(person.getName());
        QueueFilter filter = QueueFilter.all(visibilityScope);
        List<Row> rows = proposals.waiting(visibilityScope, MOST).stream()
                .map(proposal -> row(proposal, filter, person.getName()))
                .toList();
        List<Row> sentBack = proposals.sentBack(person.getName(), visibilityScope, MOST).stream()
                .map(proposal -> row(proposal, filter, person.getName()))
                .toList();
        int total = rows.size() < MOST ? rows.size() : proposals.countWaiting(visibilityScope);
        model.addAttribute("page", new Page(rows, total, sentBack));
        return "decision/proposals";
    }

    private Row row(Proposal proposal, QueueFilter filter, String person) {
        InvitationId id = proposal.invitation();
        InvitationView item = pages.view(id, filter).orElseThrow();
        boolean own = proposal.person().equals(person);
        return new Row(item, ProposalView.of(proposal), rules.needs(item).name(), own);
    }
}
