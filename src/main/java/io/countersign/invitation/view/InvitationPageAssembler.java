package io.countersign.invitation.view;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.CappedCount;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.queue.QueueNeighborRepository;
import io.countersign.invitation.queue.QueuePosition;
import io.countersign.invitation.queue.QueueRepository;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Assembles the view of one invitation and its position in the queue. */
@Component
public class InvitationPageAssembler {

    private final InvitationRepository invitationRepository;
    private final InvitationViewAssembler views;
    private final QueueRepository queueRepository;
    private final QueueNeighborRepository neighbors;

    InvitationPageAssembler(
            InvitationRepository invitationRepository,
            InvitationViewAssembler views,
            QueueRepository queueRepository,
            QueueNeighborRepository neighbors) {
        this.invitationRepository = invitationRepository;
        this.views = views;
        this.queueRepository = queueRepository;
        this.neighbors = neighbors;
    }

    public Optional<InvitationView> view(InvitationId id, QueueFilter filter) {
        return invitationRepository.find(id).map(invitation -> views.view(invitation, filter));
    }

    /** Returns views in the order of the ids; ids that are unknown or outside the filter's scope are missing. */
    public List<InvitationView> views(List<InvitationId> ids, QueueFilter filter) {
        Map<InvitationId, Invitation> found = invitationRepository.find(ids);
        return views.views(
                ids.stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .filter(invitation -> filter.scope().sees(invitation.source()))
                        .toList(),
                filter);
    }

    public QueuePosition place(InvitationId id, QueueFilter filter) {
        Optional<InvitationView> next = neighbors.after(id, filter).map(i -> views.view(i, filter));
        CappedCount before = neighbors.countBefore(id, filter);
        CappedCount total = queueRepository.count(filter);
        return new QueuePosition(
                before.number() < Math.min(total.number(), CappedCount.MOST) ? before.number() + 1 : null,
                total,
                filter.link("/"),
                neighbors
                        .before(id, filter)
                        .map(i -> views.view(i, filter).href())
                        .orElse(null),
                next.map(InvitationView::href).orElse(null),
                next.map(view -> view.resource().name()).orElse(null));
    }
}
