package io.countersign.invitation;

import io.countersign.connection.InvitationId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the pages about a single invitation show of it and of its place in the queue. */
@Component
public class InvitationPages {

    private final Invitations invitations;
    private final InvitationViews views;
    private final Queue queue;

    InvitationPages(Invitations invitations, InvitationViews views, Queue queue) {
        this.invitations = invitations;
        this.views = views;
        this.queue = queue;
    }

    public Optional<InvitationView> view(InvitationId id, QueueFilter filter) {
        return invitations.find(id).map(invitation -> views.view(invitation, filter));
    }

    /** In the order asked for; ids that were never seen are missing. */
    public List<InvitationView> views(List<InvitationId> ids, QueueFilter filter) {
        Map<InvitationId, Invitation> found = invitations.find(ids);
        return views.views(ids.stream().map(found::get).filter(Objects::nonNull).toList(), filter);
    }

    public Place place(InvitationId id, QueueFilter filter) {
        Optional<InvitationView> next = queue.after(id, filter).map(i -> views.view(i, filter));
        Count before = queue.countBefore(id, filter);
        Count total = queue.count(filter);
        return new Place(
                before.number() < Math.min(total.number(), Count.MOST) ? before.number() + 1 : null,
                total,
                filter.link("/"),
                queue.before(id, filter).map(i -> views.view(i, filter).href()).orElse(null),
                next.map(InvitationView::href).orElse(null),
                next.map(InvitationView::name).orElse(null));
    }
}
