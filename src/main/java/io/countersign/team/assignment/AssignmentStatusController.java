package io.countersign.team.assignment;

import io.countersign.connection.InvitationId;
import io.countersign.identity.CanRead;
import io.countersign.invitation.queue.BulkSelection;
import io.countersign.team.AssignmentView;
import io.countersign.team.access.ReviewerAccess;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Returns the current assignments of some invitations, for pages that stay open. */
@Controller
class AssignmentStatusController {

    /** A page of the queue shows fewer. */
    private static final int MOST = 100;

    private final ReviewerAccess access;
    private final BulkSelection bulkSelection;

    AssignmentStatusController(ReviewerAccess access, BulkSelection bulkSelection) {
        this.access = access;
        this.bulkSelection = bulkSelection;
    }

    @CanRead
    @GetMapping("/assignees")
    String assignments(
            @RequestParam(name = "invitation", required = false) @Nullable List<InvitationId> invitations,
            Principal person,
            Model model) {
        List<InvitationId> asked = invitations == null ? List.of() : invitations;
        if (asked.size() > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "invitation: at most " + MOST);
        }
        Set<InvitationId> ids = bulkSelection.seen(asked, access.scope(person.getName()));
        Map<InvitationId, AssignmentView> assignments = access.assignments(ids, person.getName());
        Map<String, @Nullable AssignmentView> rows = new TreeMap<>();
        ids.forEach(id -> rows.put(id.value(), assignments.get(id)));
        model.addAttribute("assignees", rows);
        return "team/assignees";
    }
}
