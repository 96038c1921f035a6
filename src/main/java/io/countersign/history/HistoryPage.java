package io.countersign.history;

import io.countersign.audit.entry.AuditEntryFilter;
import io.countersign.audit.entry.AuditEntryPage;
import io.countersign.audit.entry.AuditEntryRepository;
import io.countersign.audit.entry.EntryCount;
import io.countersign.audit.entry.EntryVisibility;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.util.UriComponentsBuilder;

/** Fills the audit log page, also with the errors of invalid parameters. */
@Component
class HistoryPage {

    private final AuditEntryRepository entries;
    private final IntegrityBadges badges;

    HistoryPage(AuditEntryRepository entries, IntegrityBadges badges) {
        this.entries = entries;
        this.badges = badges;
    }

    String show(
            HistoryForm form,
            BindingResult errors,
            EntryVisibility visibility,
            Model model,
            HttpServletResponse response) {
        AuditEntryFilter filter = form.filter(errors).visibleBy(visibility);
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

    /** The page with status 400, the errors at their fields, and the input as typed. */
    String refuse(HistoryForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return fill(form, AuditEntryFilter.ALL, null, model);
    }

    private String fill(HistoryForm form, AuditEntryFilter filter, @Nullable AuditEntryPage page, Model model) {
        model.addAttribute("history", view(form, filter, page));
        return "history/history";
    }

    private HistoryView view(HistoryForm form, AuditEntryFilter filter, @Nullable AuditEntryPage page) {
        HistoryView.Links links = new HistoryView.Links(
                page == null ? null : link("/history", form, "before", page.older()),
                page == null ? null : link("/history", form, "after", page.newer()),
                link("/history.csv", form.parameters()),
                link("/history.jsonl", form.parameters()));
        return new HistoryView(
                page == null,
                !filter.isAll(),
                filter.visibility().whole(),
                filter.decided(),
                page == null ? new EntryCount(0, false) : entries.count(filter),
                page == null
                        ? List.of()
                        : page.entries().stream().map(EntryRow::of).toList(),
                links,
                badges.now());
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
        // as URI variables, so that each value is fully encoded
        parameters.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(parameters).toUriString();
    }
}
