package io.countersign.history;

import io.countersign.audit.entry.AuditEntryFilter;
import io.countersign.audit.export.ExportFormat;
import io.countersign.identity.CanRead;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Downloads the filtered entries; without filters, all of them. Invalid parameters show the page with their errors. */
@Controller
@CanRead
class HistoryDownloadController {

    private final HistoryPage page;
    private final HistoryExport export;
    private final HistoryAccess access;
    private final KnownNames names;

    HistoryDownloadController(HistoryPage page, HistoryExport export, HistoryAccess access, KnownNames names) {
        this.page = page;
        this.export = export;
        this.access = access;
        this.names = names;
    }

    @GetMapping("/history.csv")
    @Nullable
    String csv(
            @Valid @ModelAttribute("form") HistoryForm form,
            BindingResult errors,
            Model model,
            Principal person,
            HttpServletResponse response) {
        return download(ExportFormat.CSV, form, errors, model, person, response);
    }

    @GetMapping("/history.jsonl")
    @Nullable
    String jsonLines(
            @Valid @ModelAttribute("form") HistoryForm form,
            BindingResult errors,
            Model model,
            Principal person,
            HttpServletResponse response) {
        return download(ExportFormat.JSONL, form, errors, model, person, response);
    }

    /** Bypasses the error pages, so that the server aborts the connection instead of completing a partial file. */
    @ExceptionHandler
    void passOn(DownloadAbortedException broken) {
        throw broken;
    }

    private @Nullable String download(
            ExportFormat format,
            HistoryForm form,
            BindingResult errors,
            Model model,
            Principal person,
            HttpServletResponse response) {
        AuditEntryFilter filter = form.filter(true, errors, names).visibleBy(access.visibility(person.getName()));
        if (errors.hasErrors()) {
            return page.refuse(form, model, response);
        }
        export.send(format, filter, form.parameters(), person.getName(), response);
        return null;
    }
}
