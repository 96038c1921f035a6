package io.countersign.team.comment;

import io.countersign.connection.InvitationId;
import io.countersign.identity.CanDecide;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.site.FlashMessages;
import io.countersign.team.CommentForm;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds comments and redirects to the invitation. A refused comment stays in the field, or on the error page if it is very long. */
@Controller
@CanDecide
class CommentController {

    /** The session keeps no longer texts: a client could fill the memory with them. The error page shows them instead. */
    private static final int KEPT = 5 * CommentForm.LONGEST;

    private final CommentService commentService;
    private final MessageSourceAccessor messages;

    CommentController(CommentService commentService, MessageSource messages) {
        this.commentService = commentService;
        this.messages = new MessageSourceAccessor(messages);
    }

    @PostMapping("/invitations/{id}/comments")
    String say(
            @PathVariable InvitationId id,
            @Valid CommentForm form,
            BindingResult errors,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        commentService.admit(id, person.getName());
        if (errors.hasErrors()) {
            String words = form.words();
            String problem = messages.getMessage(errors.getAllErrors().get(0));
            if (words.length() > KEPT) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, problem);
            }
            flash.addFlashAttribute("commentProblem", problem);
            flash.addFlashAttribute("commentTyped", words);
            return back(id, parameters) + "#comment";
        }
        say(flash, commentService.say(id, person.getName(), form.words()));
        return back(id, parameters);
    }

    @PostMapping("/invitations/{id}/seen")
    String seen(@PathVariable InvitationId id, @RequestParam Map<String, String> parameters, Principal person) {
        commentService.seen(id, person.getName());
        return back(id, parameters);
    }

    private void say(RedirectAttributes flash, CommentService.Named named) {
        FlashMessages.show(
                flash,
                "ok",
                mentioned(named.people())
                        + notNotified("excluded", named.excluded())
                        + notNotified("unknown", named.unknown()));
    }

    private String mentioned(List<String> people) {
        return people.isEmpty()
                ? messages.getMessage("team.comment.done")
                : messages.getMessage("team.comment.done.named", new Object[] {String.join(", ", people)});
    }

    private String notNotified(String why, List<String> names) {
        return names.isEmpty()
                ? ""
                : " " + messages.getMessage("team.comment.done." + why, new Object[] {String.join(", ", names)});
    }

    private static String back(InvitationId id, Map<String, String> parameters) {
        return "redirect:" + QueueFilter.of(parameters).link("/invitations/" + id);
    }
}
