package io.countersign.team.assignment;

import io.countersign.connection.InvitationId;
import io.countersign.identity.CanDecide;
import io.countersign.invitation.queue.BulkSelection;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.site.FlashMessages;
import io.countersign.team.access.AssignableColleagues;
import io.countersign.team.access.ReviewerAccess;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Assigns selected invitations to a user, or in turn to the members of a team. */
@CanDecide
@Controller
class BulkAssignmentController {

    private final BulkAssignmentService assignments;
    private final AssignableColleagues colleagues;
    private final BulkSelection selection;
    private final BulkAssignmentPageAssembler pages;
    private final ReviewerAccess access;
    private final FlashMessages flashMessages;
    private final AssignmentMessages messages;

    BulkAssignmentController(
            BulkAssignmentService assignments,
            AssignableColleagues colleagues,
            BulkSelection selection,
            BulkAssignmentPageAssembler pages,
            ReviewerAccess access,
            FlashMessages flashMessages,
            AssignmentMessages messages) {
        this.assignments = assignments;
        this.colleagues = colleagues;
        this.selection = selection;
        this.pages = pages;
        this.access = access;
        this.flashMessages = flashMessages;
        this.messages = messages;
    }

    /**
     * Shows the selected invitations and the users to whom they can be assigned.
     *
     * @param only the invitation of one row, whose menu was used; null for the selected ones
     */
    @PostMapping("/assignments/preview")
    String preview(
            @RequestParam(required = false) @Nullable InvitationId only,
            @RequestParam(name = "select", required = false) @Nullable List<InvitationId> select,
            @RequestParam(name = "group", required = false) @Nullable List<InvitationId> groups,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model,
            RedirectAttributes flash) {
        QueueFilter filter = access.restrict(QueueFilter.of(parameters), person.getName());
        List<InvitationId> ids = only == null
                ? selected(orNone(select), orNone(groups), filter)
                : selected(List.of(), List.of(only), filter);
        if (ids.isEmpty() || ids.size() > BulkAssignmentForm.MOST) {
            flashMessages.warn(
                    flash, ids.isEmpty() ? "batch.item.missing" : "team.assign.many", BulkAssignmentForm.MOST);
            return "redirect:" + filter.link("/");
        }
        return pages.choose(ids, filter, person.getName(), model);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private List<InvitationId> selected(List<InvitationId> single, List<InvitationId> groups, QueueFilter filter) {
        return Stream.concat(
                        single.stream(),
                        groups.stream()
                                .flatMap(group ->
                                        selection.sameResource(group, filter, BulkAssignmentForm.MOST + 1).stream()))
                .distinct()
                .toList();
    }

    @PostMapping("/assignments")
    String assign(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam Map<String, String> parameters,
            Principal person,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        BulkAssignmentForm form = BulkAssignmentForm.of(typed);
        QueueFilter filter = access.restrict(QueueFilter.of(parameters), person.getName());
        if (!form.chosen()) {
            return pages.chooseAgain(form, filter, person.getName(), model, response);
        }
        Map<InvitationId, BulkAssignmentService.Outcome> results =
                assignments.assign(form.seen(), people(form, person.getName()), person.getName());
        messages.show(flash, results.values());
        if (results.values().stream().allMatch(BulkAssignmentService.Outcome::done)) {
            return "redirect:" + filter.link("/");
        }
        flash.addFlashAttribute("failures", pages.failures(results, filter));
        return "redirect:" + filter.link("/assignments");
    }

    private List<String> people(BulkAssignmentForm form, String lead) {
        return form.team() == null
                ? List.of(form.to())
                : colleagues.groups(lead).stream()
                        .filter(group -> group.name().equals(form.team()))
                        .findFirst()
                        .map(group -> assignments.byLoad(group.members()))
                        .orElse(List.of());
    }

    /** Shows what was not assigned, once. */
    @GetMapping("/assignments")
    String results(@RequestParam Map<String, String> parameters, Model model) {
        String queue = QueueFilter.of(parameters).link("/");
        model.addAttribute("queueHref", queue);
        return model.containsAttribute("failures") ? "team/assign-results" : "redirect:" + queue;
    }
}
