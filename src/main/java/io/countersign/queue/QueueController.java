package io.countersign.queue;

import io.countersign.identity.CanRead;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.queue.view.SavedViewPageAssembler;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows the queue, which is the start page. */
@Controller
class QueueController {

    private final QueuePageAssembler pages;
    private final SavedViewPageAssembler views;
    private final AccountNameResolver accountNameResolver;

    QueueController(QueuePageAssembler pages, SavedViewPageAssembler views, AccountNameResolver accountNameResolver) {
        this.pages = pages;
        this.views = views;
        this.accountNameResolver = accountNameResolver;
    }

    @CanRead
    @GetMapping("/")
    String queue(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        Optional<String> start = parameters.isEmpty() ? views.startHref(request) : Optional.empty();
        return start.map(href -> "redirect:" + href).orElseGet(() -> show(parameters, request, model));
    }

    private String show(Map<String, String> parameters, HttpServletRequest request, Model model) {
        QueueFilter asked = QueueFilter.of(accountNameResolver.resolve(parameters));
        model.addAttribute("queue", pages.page(asked, pageNumber(parameters.getOrDefault("page", "1")), request));
        // Spring binds the fields of the filter form by name.
        model.addAttribute("criteria", asked.criteria());
        return "queue/queue";
    }

    private static int pageNumber(String value) {
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page: must be a whole number from 1");
        }
        return Integer.parseInt(value);
    }
}
