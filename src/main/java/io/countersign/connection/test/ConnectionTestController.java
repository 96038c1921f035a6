package io.countersign.connection.test;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.registry.StoredConnection;
import io.countersign.connection.web.ConnectionForm;
import io.countersign.connection.web.ConnectionPageAssembler;
import io.countersign.identity.CanAdminister;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tests a connection with the values in its form, whether stored or not. */
@Controller
class ConnectionTestController {

    private final ConnectionPageAssembler pages;
    private final ConnectionTestService trials;

    ConnectionTestController(ConnectionPageAssembler pages, ConnectionTestService trials) {
        this.pages = pages;
        this.trials = trials;
    }

    @CanAdminister
    @PostMapping("/connections/tests")
    String testNew(
            @Valid @ModelAttribute("form") ConnectionForm typed,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<String> answered,
            Principal person,
            Model model,
            HttpServletResponse response)
            throws InterruptedException {
        ConnectionForm form = typed.only(answered);
        test(form, errors, person, model, response);
        return pages.form(form, model);
    }

    @CanAdminister
    @PostMapping("/connections/{account}/tests")
    String test(
            @PathVariable AccountId account,
            @Valid @ModelAttribute("form") ConnectionForm typed,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<String> answered,
            Principal person,
            Model model,
            HttpServletResponse response)
            throws InterruptedException {
        Optional<Connection> configured = pages.configured(account);
        if (configured.isPresent()) {
            model.addAttribute("report", trials.run(configured.get(), person.getName()));
            return pages.configured(configured.get(), model);
        }
        StoredConnection stored = pages.stored(account);
        ConnectionForm form = typed.with(account.value(), typed.version()).only(answered);
        test(form, errors, person, model, response);
        return pages.form(form, stored, model);
    }

    private void test(
            ConnectionForm form, BindingResult errors, Principal person, Model model, HttpServletResponse response)
            throws InterruptedException {
        form.check(errors);
        if (errors.hasErrors()) {
            ConnectionPageAssembler.refuse(model, response);
        } else {
            TestReport report = trials.run(form.connection(), person.getName());
            model.addAttribute("report", report);
            ConnectionPageAssembler.offer(report.answered(), form.regions(), model);
        }
    }
}
