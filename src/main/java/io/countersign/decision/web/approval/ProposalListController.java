package io.countersign.decision.web.approval;

import io.countersign.decision.Proposal;
import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.decision.eligibility.StrictestRules;
import io.countersign.decision.persistence.ProposalListRepository;
import io.countersign.decision.web.ProposalView;
import io.countersign.identity.CanRead;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.queue.QueueState;
import io.countersign.invitation.view.InvitationPageAssembler;
import io.countersign.invitation.view.InvitationView;
import io.countersign.team.access.ReviewerAccess;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        List<Row> rows =
                rows(proposals.waiting(visibilityScope, MOST), filter.withState(QueueState.WAITING), person.getName());
        List<Row> sentBack =
                rows(proposals.sentBack(person.getName(), visibilityScope, MOST), filter, person.getName());
        int total = rows.size() < MOST ? rows.size() : proposals.countWaiting(visibilityScope);
        model.addAttribute("page", new Page(rows, total, sentBack));
        return "decision/proposals";
    }

    private List<Row> rows(List<Proposal> found, QueueFilter filter, String person) {
        Map<String, InvitationView> items =
                pages.views(found.stream().map(Proposal::invitation).toList(), filter).stream()
                        .collect(Collectors.toMap(InvitationView::id, Function.identity(), (one, same) -> one));
        StrictestRules strictest = rules.strictest();
        return found.stream()
                .map(proposal -> row(
                        proposal,
                        Objects.requireNonNull(items.get(proposal.invitation().value())),
                        strictest,
                        person))
                .toList();
    }

    private static Row row(Proposal proposal, InvitationView item, StrictestRules strictest, String person) {
        boolean own = proposal.person().equals(person);
        return new Row(item, ProposalView.of(proposal), strictest.needs(item).name(), own);
    }
}
