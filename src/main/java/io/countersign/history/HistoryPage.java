package io.countersign.history;

import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.entry.AuditEntryFilter;
import io.countersign.audit.entry.AuditEntryPage;
import io.countersign.audit.entry.AuditEntryRepository;
import io.countersign.audit.entry.EntryCount;
import io.countersign.audit.entry.EntryVisibility;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Fills the audit log page, also with the errors of invalid parameters. */
@Component
class HistoryPage {

    private final AuditEntryRepository entries;
    private final KnownNames names;
    private final IntegrityBadges badges;
    private final InstantSource clock;

    HistoryPage(AuditEntryRepository entries, KnownNames names, IntegrityBadges badges, InstantSource clock) {
        this.entries = entries;
        this.names = names;
        this.badges = badges;
        this.clock = clock;
    }

    String show(
            HistoryForm form,
            HistoryPosition position,
            BindingResult errors,
            EntryVisibility visibility,
            Model model,
            HttpServletResponse response) {
        AuditEntryFilter filter = form.filter(false, errors, names).visibleBy(visibility);
        if (errors.hasErrors()) {
            return refuse(form, model, response);
        }
        AuditEntryPage page = position.after() == null
                ? entries.older(filter, position.before())
                : entries.newer(filter, position.after());
        return fill(form, filter, position, page, model);
    }

    /** The page with status 400, the errors at their fields, and the input as typed. */
    String refuse(HistoryForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return fill(form, AuditEntryFilter.ALL, new HistoryPosition(null, null), null, model);
    }

    private String fill(
            HistoryForm form,
            AuditEntryFilter filter,
            HistoryPosition position,
            @Nullable AuditEntryPage page,
            Model model) {
        model.addAttribute("history", view(form, filter, position, page));
        return "history/history";
    }

    private HistoryView view(
            HistoryForm form, AuditEntryFilter filter, HistoryPosition position, @Nullable AuditEntryPage page) {
        String query = HistoryLinks.query(form, position);
        List<StoredAuditEntry> shown = page == null ? List.of() : page.entries();
        return new HistoryView(
                page == null,
                form.parameters().size(),
                filter.visibility().whole(),
                filter.decided(),
                filter.routine(),
                page == null ? new EntryCount(0, false) : entries.count(filter),
                shown.stream().map(entry -> EntryRow.of(entry, query)).toList(),
                names.ownersOf(shown),
                names.accountsOf(shown),
                HistoryLinks.of(form, filter.routine(), page),
                HistoryLinks.tabs(form),
                HistoryLinks.ranges(form, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                HistoryLinks.presets(form),
                badges.now());
    }
}
