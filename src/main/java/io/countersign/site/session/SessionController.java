package io.countersign.site.session;

import io.countersign.identity.CanAdminister;
import io.countersign.identity.CanRead;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.identity.Role;
import io.countersign.identity.session.SessionList;
import io.countersign.identity.session.SignedInSession;
import io.countersign.site.FlashMessages;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists and ends the sessions of the user, and for admins those of all users. */
@Controller
class SessionController {

    private static final String PAGE = "redirect:/sessions";

    private final SessionList sessions;
    private final FlashMessages flashMessages;

    SessionController(SessionList sessions, FlashMessages flashMessages) {
        this.sessions = sessions;
        this.flashMessages = flashMessages;
    }

    @CanRead
    @GetMapping("/sessions")
    String list(Principal person, HttpServletRequest request, Model model) {
        List<SignedInSession> own = sessions.of(person.getName());
        model.addAttribute("own", own);
        model.addAttribute("current", SignedInSession.keyOf(request));
        model.addAttribute("admin", request.isUserInRole(Role.ADMIN.name()));
        model.addAttribute(
                "others",
                request.isUserInRole(Role.ADMIN.name())
                        ? sessions.all().stream()
                                .filter(each -> !each.person().equals(person.getName()))
                                .toList()
                        : List.of());
        model.addAttribute("most", SessionList.MOST);
        return "site/sessions";
    }

    @CanRead
    @PostMapping("/sessions/{key}/end")
    String end(@PathVariable UUID key, Principal person, RedirectAttributes flash) {
        return end(person.getName(), key, person, flash);
    }

    @CanRead
    @PostMapping("/sessions/others/end")
    String endOthers(Principal person, HttpServletRequest request, RedirectAttributes flash) {
        int ended = sessions.endOthers(person.getName(), SignedInSession.keyOf(request));
        flashMessages.ok(flash, "site.sessions.ended.others", ended);
        return PAGE;
    }

    @CanAdminister
    @RequiresRecentPassword
    @PostMapping("/sessions/of-users/{key}/end")
    String endOfUser(@PathVariable UUID key, @RequestParam String user, Principal person, RedirectAttributes flash) {
        return end(user, key, person, flash);
    }

    private String end(String user, UUID key, Principal by, RedirectAttributes flash) {
        if (sessions.end(user, key.toString(), by.getName())) {
            flashMessages.ok(flash, "site.sessions.ended", user);
        } else {
            flashMessages.warn(flash, "site.sessions.ended.before");
        }
        return PAGE;
    }
}
