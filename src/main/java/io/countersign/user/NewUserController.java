package io.countersign.user;

import io.countersign.identity.CanAdminister;
import io.countersign.identity.RequiresRecentPassword;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Adds a user and shows the code with which the user sets a password. */
@Controller
@CanAdminister
class NewUserController {

    private final UserService users;

    NewUserController(UserService users) {
        this.users = users;
    }

    @GetMapping("/users/new")
    String show(Model model) {
        return form(new NewUserForm(null, List.of()), model);
    }

    @RequiresRecentPassword
    @PostMapping("/users")
    String add(
            @ModelAttribute("form") NewUserForm form,
            BindingResult errors,
            Principal person,
            Model model,
            HttpServletResponse response) {
        form.check(errors);
        users.similar(form.name())
                .ifPresent(other -> errors.rejectValue("name", "user.name.taken", new Object[] {other}, null));
        Optional<String> token =
                errors.hasErrors() ? Optional.empty() : users.add(form.name(), form.chosen(), person.getName());
        if (token.isEmpty()) {
            if (!errors.hasErrors()) {
                errors.reject("user.changed");
            }
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(form, model);
        }
        return UserController.code(form.name(), token.get(), model);
    }

    private static String form(NewUserForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("choices", NewUserForm.ROLES);
        return "user/new";
    }
}
