package io.countersign.team.assignment;

import io.countersign.connection.InvitationId;
import io.countersign.identity.InvitationAccessDeniedException;
import io.countersign.invitation.InvitationRepository;
import io.countersign.team.persistence.ClaimRepository;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Assigns several invitations, each in its own transaction, so that one failure does not undo the others. */
@Service
class BulkAssignmentService {

    private final AssignmentService assignmentService;
    private final ClaimRepository claimRepository;
    private final InvitationRepository invitationRepository;

    BulkAssignmentService(
            AssignmentService assignmentService,
            ClaimRepository claimRepository,
            InvitationRepository invitationRepository) {
        this.assignmentService = assignmentService;
        this.claimRepository = claimRepository;
        this.invitationRepository = invitationRepository;
    }

    /** @param person who was asked last: the assignee, if the result is DONE; empty if there was nobody to ask */
    record Outcome(AssignmentResult result, String person) {

        boolean done() {
            return result == AssignmentResult.DONE;
        }
    }

    /**
     * Assigns the invitations to the given users in turn.
     *
     * @param seen the assignees that the lead saw, by invitation; empty for none
     * @return the outcomes in the same order
     * @throws org.springframework.web.server.ResponseStatusException 404 if one was never listed; none is assigned then
     */
    Map<InvitationId, Outcome> assign(Map<InvitationId, String> seen, List<String> people, String lead) {
        invitationRepository.requireAll(seen.keySet());
        Map<InvitationId, Outcome> results = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<InvitationId, String> each : seen.entrySet()) {
            Outcome outcome = new Outcome(AssignmentResult.NOT_A_COLLEAGUE, "");
            for (int tries = 0;
                    tries < people.size() && outcome.result() == AssignmentResult.NOT_A_COLLEAGUE;
                    tries++) {
                String person = people.get(next % people.size());
                outcome = new Outcome(assign(each.getKey(), person, each.getValue(), lead), person);
                next++;
            }
            results.put(each.getKey(), outcome);
        }
        return results;
    }

    private AssignmentResult assign(InvitationId id, String to, String from, String lead) {
        try {
            return assignmentService.assign(id, lead, to, from);
        } catch (InvitationAccessDeniedException denied) {
            return AssignmentResult.NOT_YOURS;
        }
    }

    /** Returns the users in the order of their numbers of assigned invitations, the smallest first. */
    List<String> byLoad(List<String> people) {
        List<String> held = claimRepository.all().values().stream()
                .map(claim -> claim.person())
                .toList();
        return people.stream()
                .sorted(Comparator.comparingLong(
                        person -> held.stream().filter(person::equals).count()))
                .toList();
    }
}
