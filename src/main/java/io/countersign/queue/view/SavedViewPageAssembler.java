package io.countersign.queue.view;

import io.countersign.identity.Role;
import io.countersign.invitation.queue.QueueFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** Assembles the pages of saved views. */
@Component
public class SavedViewPageAssembler {

    private final SavedViewRepository views;

    SavedViewPageAssembler(SavedViewRepository views) {
        this.views = views;
    }

    /** @param own whether the reader saved it */
    record Row(
            long id,
            String name,
            String href,
            String person,
            boolean shared,
            boolean own,
            boolean start,
            boolean current) {}

    /** Returns the start view of a user; empty for the whole queue, or if the view can no longer be read. */
    public Optional<String> startHref(HttpServletRequest request) {
        return views.seenBy(person(request), decides(request)).stream()
                .filter(SavedView::start)
                .findFirst()
                .filter(SavedViewPageAssembler::readable)
                .map(SavedView::href);
    }

    /**
     * Returns the saved views above the queue.
     *
     * @param allShown whether the queue is shown without a filter
     * @param query the current filter, as a view stores it
     */
    public record Bar(List<Row> rows, boolean allShown, String query, boolean mayShare) {}

    public Bar bar(QueueFilter shown, HttpServletRequest request) {
        return new Bar(
                rows(shown, request), shown.sameAs(QueueFilter.none()), SavedViewForm.query(shown), decides(request));
    }

    /** Returns the views for their own page. */
    void fill(HttpServletRequest request, Model model) {
        model.addAttribute("views", rows(null, request));
        model.addAttribute("mayShare", decides(request));
        model.addAttribute("mayTidy", request.isUserInRole(Role.LEAD.name()));
    }

    private List<Row> rows(@Nullable QueueFilter shown, HttpServletRequest request) {
        String person = person(request);
        return views.seenBy(person, decides(request)).stream()
                .map(view -> new Row(
                        view.id(),
                        view.name(),
                        view.href(),
                        view.person(),
                        view.shared(),
                        view.person().equals(person),
                        view.start(),
                        shown != null
                                && readable(view)
                                && SavedViewForm.parse(view.query()).sameAs(shown)))
                .toList();
    }

    /** A later version may not know a parameter of a view. The view is kept, and opening it names the parameter. */
    private static boolean readable(SavedView view) {
        try {
            SavedViewForm.parse(view.query());
            return true;
        } catch (ResponseStatusException unknown) {
            return false;
        }
    }

    public static boolean decides(HttpServletRequest request) {
        return request.isUserInRole(Role.REVIEWER.name()) || request.isUserInRole(Role.LEAD.name());
    }

    public static String person(HttpServletRequest request) {
        return String.valueOf(request.getRemoteUser());
    }
}
