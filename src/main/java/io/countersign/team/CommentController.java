package io.countersign.team;

import io.countersign.connection.InvitationId;
import io.countersign.identity.Deciders;
import io.countersign.invitation.QueueFilter;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what people say about an invitation, and leads back to it; what is refused stays in the field. */
@Controller
@Deciders
class CommentController {

    /** Of a text that is too long, as much as a person can have typed. */
    private static final int KEPT = 5 * CommentText.LONGEST;

    private final Comments comments;
    private final MessageSourceAccessor messages;

    CommentController(Comments comments, MessageSource messages) {
        this.comments = comments;
        this.messages = new MessageSourceAccessor(messages);
    }

    @PostMapping("/invitations/{id}/comments")
    String say(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        InvitationId invitation = TurnController.id(id);
        comments.admit(invitation, person.getName());
        String words = CommentText.clean(parameters.getOrDefault("words", ""));
        Optional<String> problem = CommentText.problem(words);
        if (problem.isPresent()) {
            flash.addFlashAttribute("commentProblem", problem.get());
            flash.addFlashAttribute("commentTyped", words.substring(0, Math.min(words.length(), KEPT)));
            return back(invitation, parameters) + "#comment";
        }
        say(flash, comments.say(invitation, person.getName(), words));
        return back(invitation, parameters);
    }

    @PostMapping("/invitations/{id}/seen")
    String seen(@PathVariable String id, @RequestParam Map<String, String> parameters, Principal person) {
        InvitationId invitation = TurnController.id(id);
        comments.seen(invitation, person.getName());
        return back(invitation, parameters);
    }

    private void say(RedirectAttributes flash, Comments.Named named) {
        flash.addFlashAttribute("flashKind", "ok");
        flash.addFlashAttribute("flash", told(named.people()) + untold(named.unknown()));
    }

    private String told(List<String> people) {
        return people.isEmpty()
                ? messages.getMessage("team.comment.done")
                : messages.getMessage("team.comment.done.named", new Object[] {String.join(", ", people)});
    }

    private String untold(List<String> unknown) {
        return unknown.isEmpty()
                ? ""
                : " " + messages.getMessage("team.comment.done.unknown", new Object[] {String.join(", ", unknown)});
    }

    private static String back(InvitationId id, Map<String, String> parameters) {
        return "redirect:" + QueueFilter.of(parameters).link("/invitations/" + id);
    }
}
