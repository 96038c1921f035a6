package io.countersign.user;

import io.countersign.identity.CanAdminister;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Lists the users. */
@Controller
@CanAdminister
class UserListController {

    private final UserService users;
    private final PasswordCodes codes;

    UserListController(UserService users, PasswordCodes codes) {
        this.users = users;
        this.codes = codes;
    }

    @GetMapping("/users")
    String list(Model model) {
        model.addAttribute("users", users.all());
        model.addAttribute("invited", codes.people());
        return "user/list";
    }
}
