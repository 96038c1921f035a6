package io.countersign.team.assignment;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.view.InvitationPageAssembler;
import io.countersign.invitation.view.InvitationView;
import io.countersign.team.access.AssignableColleagues;
import io.countersign.team.access.ReviewerAccess;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Assembles the pages that assign several invitations. */
@Component
class BulkAssignmentPageAssembler {

    private final InvitationPageAssembler pages;
    private final AssignableColleagues colleagues;
    private final ReviewerAccess access;

    BulkAssignmentPageAssembler(InvitationPageAssembler pages, AssignableColleagues colleagues, ReviewerAccess access) {
        this.pages = pages;
        this.colleagues = colleagues;
        this.access = access;
    }

    /** Shows the invitations and the users to whom they can be assigned. */
    String choose(List<InvitationId> ids, QueueFilter filter, String person, Model model) {
        model.addAttribute("items", pages.views(ids, filter));
        model.addAttribute("assignments", access.assignments(ids, person));
        model.addAttribute("people", colleagues.of(person));
        model.addAttribute("teams", colleagues.groups(person));
        model.addAttribute("postHref", filter.link("/assignments"));
        model.addAttribute("queueHref", filter.link("/"));
        return "team/assign";
    }

    /** Shows them again with an error, because nobody was chosen. */
    String chooseAgain(
            BulkAssignmentForm form, QueueFilter filter, String person, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("refused", true);
        return choose(List.copyOf(form.seen().keySet()), filter, person, model);
    }

    /** Returns a failure for each invitation that was not assigned, also for those that the user may not see. */
    List<AssignmentFailure> failures(Map<InvitationId, BulkAssignmentService.Outcome> outcomes, QueueFilter filter) {
        List<InvitationId> failed = outcomes.entrySet().stream()
                .filter(each -> !each.getValue().done())
                .map(Map.Entry::getKey)
                .toList();
        Map<String, InvitationView> views =
                pages.views(failed, filter).stream().collect(Collectors.toMap(InvitationView::id, Function.identity()));
        return failed.stream()
                .map(id -> AssignmentFailure.of(
                        views.get(id.value()), outcomes.get(id).result()))
                .toList();
    }
}
