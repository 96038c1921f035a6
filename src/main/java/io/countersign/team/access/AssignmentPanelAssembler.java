package io.countersign.team.access;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.team.AssignmentView;
import io.countersign.team.ReviewerContext;
import io.countersign.team.TeamRole;
import io.countersign.team.persistence.TeamRepository;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the assignment panel of an invitation. */
@Component
public class AssignmentPanelAssembler {

    private final EligibleReviewers eligibleReviewers;
    private final TeamRepository teamRepository;

    public AssignmentPanelAssembler(EligibleReviewers eligibleReviewers, TeamRepository teamRepository) {
        this.eligibleReviewers = eligibleReviewers;
        this.teamRepository = teamRepository;
    }

    AssignmentPanel of(
            Invitation invitation, ReviewerContext standing, @Nullable AssignmentView turn, QueueFilter filter) {
        String path = "/invitations/" + invitation.id();
        return new AssignmentPanel(
                invitation.id().value(),
                turn,
                standing.teams(),
                !teamRepository.any(),
                eligibleReviewers.of(invitation.source()).entrySet().stream()
                        .map(each -> new AssignmentPanel.Colleague(
                                each.getKey(),
                                each.getValue() == TeamRole.LEAD,
                                each.getKey().equals(standing.person())))
                        .toList(),
                offers(invitation, standing, turn),
                standing.claim(),
                standing.claimedByAnother(),
                standing.inPlaceOf(),
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

    private static List<String> offers(Invitation invitation, ReviewerContext standing, @Nullable AssignmentView turn) {
        List<String> offers = new ArrayList<>();
        if (!standing.decides()) {
            return offers;
        }
        boolean claimed = standing.claim() != null;
        boolean mine = claimed && !standing.claimedByAnother();
        if (invitation.pending()) {
            offer(offers, "CLAIM", !claimed);
            offer(offers, "RENEW", mine);
            offer(offers, "TAKE_OVER", standing.overrules());
            offer(offers, "RELEASE", mine || standing.overrules());
            offer(offers, "HAND_OVER", mine && !standing.leads());
            offer(offers, "ASSIGN", standing.leads());
        }
        offer(offers, "SEEN", turn != null && turn.why().equals("NAMED"));
        offer(offers, "SAY", true);
        return offers;
    }

    private static void offer(List<String> offers, String what, boolean may) {
        if (may) {
            offers.add(what);
        }
    }
}
