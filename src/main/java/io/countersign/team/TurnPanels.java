package io.countersign.team;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.QueueFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the panel about the assignment of an invitation. */
@Component
class TurnPanels {

    private final Colleagues colleagues;
    private final Teams teams;

    TurnPanels(Colleagues colleagues, Teams teams) {
        this.colleagues = colleagues;
        this.teams = teams;
    }

    TurnPanel of(Invitation invitation, ReviewerContext standing, @Nullable AssignmentView turn, QueueFilter filter) {
        String path = "/invitations/" + invitation.id();
        return new TurnPanel(
                invitation.id().value(),
                turn,
                standing.teams(),
                !teams.any(),
                colleagues.of(invitation.source()).entrySet().stream()
                        .map(each -> new TurnPanel.Colleague(
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

    private static TurnPanel.Links links(String path, QueueFilter filter) {
        return new TurnPanel.Links(
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
