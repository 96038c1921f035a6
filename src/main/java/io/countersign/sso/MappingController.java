package io.countersign.sso;

import io.countersign.identity.CanAdminister;
import io.countersign.sso.group.GroupProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows what the groups of users mean, and tries it with claims or with a user. Nothing is changed or stored. */
@Controller
@CanAdminister
class MappingController {

    private final MappingTrials trials;
    private final PersonIdentityRepository identities;
    private final GroupProperties properties;

    MappingController(MappingTrials trials, PersonIdentityRepository identities, GroupProperties properties) {
        this.trials = trials;
        this.identities = identities;
        this.properties = properties;
    }

    @GetMapping("/mappings")
    String show(Model model) {
        return page(new MappingForm(null, null), model);
    }

    @PostMapping("/mappings")
    String tryIt(
            @ModelAttribute("form") MappingForm form, BindingResult errors, Model model, HttpServletResponse response) {
        List<String> users = identities.people();
        form.check(errors);
        if (!form.user().isEmpty() && !users.contains(form.user())) {
            errors.rejectValue("user", "sso.mapping.unknown");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        } else {
            model.addAttribute(
                    "result",
                    form.user().isEmpty() ? trials.of(Objects.requireNonNull(form.parsed())) : trials.of(form.user()));
        }
        return page(form, model);
    }

    private String page(MappingForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("claim", properties.groupsClaim());
        model.addAttribute("mappings", trials.all());
        model.addAttribute("missingTeams", trials.missingTeams());
        model.addAttribute("users", identities.people());
        return "sso/mappings";
    }
}
