package io.countersign.history;

import io.countersign.connection.ResourceType;
import io.countersign.invitation.Scope;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.util.UriComponentsBuilder;

/** Fills the page of history, also when the page has to say that a parameter is wrong. */
@Component
class HistoryPage {

    private final Entries entries;
    private final VerificationRows verification;

    HistoryPage(Entries entries, VerificationRows verification) {
        this.entries = entries;
        this.verification = verification;
    }

    String show(HistoryForm form, BindingResult errors, Scope scope, Model model, HttpServletResponse response) {
        EntryFilter filter = form.filter(errors).in(scope);
        Long before = form.beforeSeq(errors);
        Long after = form.afterSeq(errors);
        return errors.hasErrors()
                ? refuse(form, model, response)
                : fill(
                        form,
                        filter,
                        after == null ? entries.older(filter, before) : entries.newer(filter, after),
                        model);
    }

    /** The page with status 400, the errors at their fields, and what was typed. */
    String refuse(HistoryForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return fill(form, EntryFilter.ALL, null, model);
    }

    private String fill(HistoryForm form, EntryFilter filter, @Nullable EntryPage page, Model model) {
        model.addAttribute("refused", page == null);
        model.addAttribute("actions", EntryAction.values());
        model.addAttribute("outcomes", EntryOutcome.values());
        model.addAttribute(
                "types", ResourceType.KNOWN.stream().map(ResourceType::value).toList());
        model.addAttribute("filtered", !filter.isAll());
        model.addAttribute("total", page == null ? 0L : entries.count(filter));
        model.addAttribute(
                "rows",
                page == null
                        ? List.of()
                        : page.entries().stream().map(EntryRow::of).toList());
        model.addAttribute("older", page == null ? null : link("/history", form, "before", page.older()));
        model.addAttribute("newer", page == null ? null : link("/history", form, "after", page.newer()));
        model.addAttribute("seal", Seal.of(verification.state()));
        model.addAttribute("csv", link("/history.csv", form.parameters()));
        model.addAttribute("jsonl", link("/history.jsonl", form.parameters()));
        return "history/history";
    }

    private static @Nullable String link(String path, HistoryForm form, String name, @Nullable Long seq) {
        if (seq == null) {
            return null;
        }
        Map<String, String> parameters = form.parameters();
        parameters.put(name, seq.toString());
        return link(path, parameters);
    }

    private static String link(String path, Map<String, String> parameters) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        // as templates, so that each value is encoded as a whole, with its & and + and braces
        parameters.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(parameters).toUriString();
    }
}
