package io.countersign.team.assignment;

import io.countersign.connection.InvitationId;
import io.countersign.identity.CanDecide;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.site.FlashMessages;
import java.security.Principal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Handles the assignment forms and redirects to the invitation, or to the queue if its row has the form. */
@Controller
@CanDecide
class AssignmentController {

    private final AssignmentService assignmentService;
    private final FlashMessages flashMessages;

    AssignmentController(AssignmentService assignmentService, FlashMessages flashMessages) {
        this.assignmentService = assignmentService;
        this.flashMessages = flashMessages;
    }

    @PostMapping("/invitations/{id}/claim")
    String claim(
            @PathVariable InvitationId id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        AssignmentResult result = assignmentService.claim(id, person.getName(), user(parameters, "from"));
        return back(id, parameters, result, "claimed", flash);
    }

    @PostMapping("/invitations/{id}/release")
    String release(
            @PathVariable InvitationId id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        AssignmentResult result = assignmentService.release(id, person.getName(), user(parameters, "from"));
        return back(id, parameters, result, "released", flash);
    }

    @PostMapping("/invitations/{id}/handover")
    String handOver(
            @PathVariable InvitationId id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        AssignmentResult result = assignmentService.handOver(id, person.getName(), user(parameters, "to"));
        return back(id, parameters, result, "given", flash);
    }

    @PostMapping("/invitations/{id}/assignment")
    String assign(
            @PathVariable InvitationId id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        AssignmentResult result =
                assignmentService.assign(id, person.getName(), user(parameters, "to"), user(parameters, "from"));
        return back(id, parameters, result, "given", flash);
    }

    private String back(
            InvitationId id,
            Map<String, String> parameters,
            AssignmentResult result,
            String done,
            RedirectAttributes flash) {
        String page = given(parameters, "back").equals("queue") ? "/" : "/invitations/" + id;
        if (result == AssignmentResult.NOT_A_COLLEAGUE && "".equals(parameters.get("to")) && !page.equals("/")) {
            flash.addFlashAttribute("assigneeMissing", true);
            return "redirect:" + QueueFilter.of(parameters).link(page) + "#assignee-title";
        }
        if (result == AssignmentResult.DONE) {
            flashMessages.ok(flash, "team.assignee.result." + done, given(parameters, "to"));
        } else {
            flashMessages.warn(flash, "team.assignee.result." + result);
        }
        return "redirect:" + QueueFilter.of(parameters).link(page);
    }

    /** Returns the name of a user; empty for none. */
    private static String user(Map<String, String> parameters, String name) {
        return UserParameter.checked(name, given(parameters, name));
    }

    private static String given(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "").strip();
    }
}
