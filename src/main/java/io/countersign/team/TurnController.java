package io.countersign.team;

import io.countersign.connection.InvitationId;
import io.countersign.identity.Deciders;
import io.countersign.invitation.QueueFilter;
import java.security.Principal;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes, gives and frees the turn, and leads back to the invitation. */
@Controller
@Deciders
class TurnController {

    private final Turns turns;
    private final MessageSourceAccessor messages;

    TurnController(Turns turns, MessageSource messages) {
        this.turns = turns;
        this.messages = new MessageSourceAccessor(messages);
    }

    @PostMapping("/invitations/{id}/claim")
    String claim(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        InvitationId invitation = id(id);
        TurnResult result = turns.claim(invitation, person.getName(), given(parameters, "from"));
        return back(invitation, parameters, result, "claimed", flash);
    }

    @PostMapping("/invitations/{id}/release")
    String release(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        InvitationId invitation = id(id);
        TurnResult result = turns.release(invitation, person.getName(), given(parameters, "from"));
        return back(invitation, parameters, result, "released", flash);
    }

    @PostMapping("/invitations/{id}/handover")
    String handOver(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        InvitationId invitation = id(id);
        TurnResult result = turns.handOver(invitation, person.getName(), given(parameters, "to"));
        return back(invitation, parameters, result, "given", flash);
    }

    @PostMapping("/invitations/{id}/assignment")
    String assign(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        InvitationId invitation = id(id);
        TurnResult result =
                turns.assign(invitation, person.getName(), given(parameters, "to"), given(parameters, "from"));
        return back(invitation, parameters, result, "given", flash);
    }

    private String back(
            InvitationId id, Map<String, String> parameters, TurnResult result, String done, RedirectAttributes flash) {
        boolean ok = result == TurnResult.DONE;
        flash.addFlashAttribute("flash", messages.getMessage("team.turn.result." + (ok ? done : result.name())));
        flash.addFlashAttribute("flashKind", ok ? "ok" : "warn");
        return "redirect:" + QueueFilter.of(parameters).link("/invitations/" + id);
    }

    private static String given(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    static InvitationId id(String typed) {
        try {
            return new InvitationId(typed);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "id: " + e.getMessage());
        }
    }
}
