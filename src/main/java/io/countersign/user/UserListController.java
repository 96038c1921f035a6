package io.countersign.user;

import io.countersign.audit.RecordedEntries;
import io.countersign.identity.CanAdminister;
import io.countersign.identity.account.StoredPerson;
import io.countersign.identity.passkey.PasskeyService;
import io.countersign.team.access.TeamsOfUsers;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Lists the users. */
@Controller
@CanAdminister
class UserListController {

    private final UserService users;
    private final PasswordCodes codes;
    private final TeamsOfUsers teams;
    private final RecordedEntries entries;
    private final PasskeyService passkeys;

    UserListController(
            UserService users,
            PasswordCodes codes,
            TeamsOfUsers teams,
            RecordedEntries entries,
            PasskeyService passkeys) {
        this.users = users;
        this.codes = codes;
        this.teams = teams;
        this.entries = entries;
        this.passkeys = passkeys;
    }

    @GetMapping("/users")
    String list(Model model) {
        List<StoredPerson> all = users.all();
        model.addAttribute("users", all);
        model.addAttribute("teams", teams.byUser());
        model.addAttribute(
                "signIns",
                entries.lastSignIns(
                        all.stream().map(stored -> stored.person().name()).toList()));
        model.addAttribute("invited", codes.people());
        model.addAttribute("withPasskey", passkeys.owners());
        return "user/list";
    }
}
