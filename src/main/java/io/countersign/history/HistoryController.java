package io.countersign.history;

import io.countersign.identity.Readers;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

@Controller
@Readers
class HistoryController {

    private final HistoryPage page;

    HistoryController(HistoryPage page) {
        this.page = page;
    }

    @GetMapping("/history")
    String show(
            @ModelAttribute("form") HistoryForm form, BindingResult errors, Model model, HttpServletResponse response) {
        return page.show(form, errors, model, response);
    }
}
