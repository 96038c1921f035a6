package io.countersign.team;

import io.countersign.connection.InvitationId;
import io.countersign.identity.Deciders;
import io.countersign.invitation.QueueFilter;
import io.countersign.site.FlashMessages;
import java.security.Principal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes, gives and frees the turn, and leads back to the invitation. */
@Controller
@Deciders
class TurnController {

    private final Turns turns;
    private final FlashMessages flashMessages;

    TurnController(Turns turns, FlashMessages flashMessages) {
        this.turns = turns;
        this.flashMessages = flashMessages;
    }

    @PostMapping("/invitations/{id}/claim")
    String claim(
            @PathVariable InvitationId id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        TurnResult result = turns.claim(id, person.getName(), given(parameters, "from"));
        return back(id, parameters, result, "claimed", flash);
    }

    @PostMapping("/invitations/{id}/release")
    String release(
            @PathVariable InvitationId id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        TurnResult result = turns.release(id, person.getName(), given(parameters, "from"));
        return back(id, parameters, result, "released", flash);
    }

    @PostMapping("/invitations/{id}/handover")
    String handOver(
            @PathVariable InvitationId id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        TurnResult result = turns.handOver(id, person.getName(), given(parameters, "to"));
        return back(id, parameters, result, "given", flash);
    }

    @PostMapping("/invitations/{id}/assignment")
    String assign(
            @PathVariable InvitationId id,
            @RequestParam Map<String, String> parameters,
            Principal person,
            RedirectAttributes flash) {
        TurnResult result = turns.assign(id, person.getName(), given(parameters, "to"), given(parameters, "from"));
        return back(id, parameters, result, "given", flash);
    }

    private String back(
            InvitationId id, Map<String, String> parameters, TurnResult result, String done, RedirectAttributes flash) {
        if (result == TurnResult.DONE) {
            flashMessages.ok(flash, "team.turn.result." + done);
        } else {
            flashMessages.warn(flash, "team.turn.result." + result);
        }
        return "redirect:" + QueueFilter.of(parameters).link("/invitations/" + id);
    }

    private static String given(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "").strip();
    }
}
