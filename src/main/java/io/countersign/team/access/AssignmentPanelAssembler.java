package io.countersign.team.access;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.team.AssignmentView;
import io.countersign.team.ReviewerContext;
import io.countersign.team.TeamRole;
import io.countersign.team.persistence.ReviewFactsRepository;
import io.countersign.team.persistence.ReviewFactsRepository.ReviewFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the assignment panel of an invitation. */
@Component
public class AssignmentPanelAssembler {

    private final EligibleReviewers eligibleReviewers;
    private final ReviewFactsRepository reviewFacts;

    public AssignmentPanelAssembler(EligibleReviewers eligibleReviewers, ReviewFactsRepository reviewFacts) {
        this.eligibleReviewers = eligibleReviewers;
        this.reviewFacts = reviewFacts;
    }

    AssignmentPanel of(Invitation invitation, ReviewerContext context, QueueFilter filter) {
        ReviewFacts facts = reviewFacts.of(invitation);
        AssignmentView assignment =
                AssignmentView.of(facts.claim(), facts.mentions().get(context.person()), context.person());
        String path = "/invitations/" + invitation.id();
        return new AssignmentPanel(
                invitation.id().value(),
                assignment,
                context.teams(),
                facts.responsibility().open(),
                eligibleReviewers.among(facts.responsibility()).entrySet().stream()
                        .map(each -> new AssignmentPanel.Colleague(
                                each.getKey(),
                                each.getValue() == TeamRole.LEAD,
                                each.getKey().equals(context.person())))
                        .toList(),
                offers(invitation, context, assignment),
                context.claim(),
                context.claimedByAnother(),
                context.inPlaceOf(),
                links(path, filter));
    }

    private static AssignmentPanel.Links links(String path, QueueFilter filter) {
        return new AssignmentPanel.Links(
                filter.link(path + "/claim"),
                filter.link(path + "/release"),
                filter.link(path + "/handover"),
                filter.link(path + "/assignment"),
                filter.link(path + "/comments"),
                filter.link(path + "/seen"));
    }

    private static List<String> offers(
            Invitation invitation, ReviewerContext context, @Nullable AssignmentView assignment) {
        List<String> offers = new ArrayList<>();
        if (!context.decides()) {
            return offers;
        }
        boolean claimed = context.claim() != null;
        boolean mine = claimed && !context.claimedByAnother();
        if (invitation.pending()) {
            offer(offers, "CLAIM", !claimed);
            offer(offers, "RENEW", mine);
            offer(offers, "TAKE_OVER", context.overrules());
            offer(offers, "RELEASE", mine || context.overrules());
            offer(offers, "HAND_OVER", mine && !context.leads());
            offer(offers, "ASSIGN", context.leads());
        }
        offer(offers, "SEEN", assignment != null && assignment.mentionedBy() != null);
        offer(offers, "SAY", true);
        return offers;
    }

    private static void offer(List<String> offers, String what, boolean may) {
        if (may) {
            offers.add(what);
        }
    }
}
