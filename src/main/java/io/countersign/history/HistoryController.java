package io.countersign.history;

import io.countersign.identity.CanRead;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@CanRead
class HistoryController {

    private final HistoryPage page;
    private final HistoryAccess access;

    HistoryController(HistoryPage page, HistoryAccess access) {
        this.page = page;
        this.access = access;
    }

    @GetMapping("/history")
    String show(
            @Valid @ModelAttribute("form") HistoryForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String after,
            Principal person,
            Model model,
            HttpServletResponse response) {
        return page.show(
                form,
                HistoryPosition.parse(before, after, errors),
                errors,
                access.visibility(person.getName()),
                model,
                response);
    }
}
