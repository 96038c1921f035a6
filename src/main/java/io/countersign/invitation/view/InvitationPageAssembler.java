package io.countersign.invitation.view;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.CappedCount;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.queue.QueueNeighborRepository;
import io.countersign.invitation.queue.QueueNeighborRepository.Neighbors;
import io.countersign.invitation.queue.QueuePosition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the view of one invitation and its position in the queue. */
@Component
public class InvitationPageAssembler {

    private final InvitationRepository invitationRepository;
    private final InvitationViewAssembler views;
    private final QueueNeighborRepository neighbors;

    InvitationPageAssembler(
            InvitationRepository invitationRepository,
            InvitationViewAssembler views,
            QueueNeighborRepository neighbors) {
        this.invitationRepository = invitationRepository;
        this.views = views;
        this.neighbors = neighbors;
    }

    public InvitationView view(Invitation invitation, QueueFilter filter) {
        return views.view(invitation, filter);
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

    /** Finds an invitation, also outside the scope of the filter, with those beside it. */
    public Neighbors beside(InvitationId id, QueueFilter filter) {
        return neighbors.of(id, filter);
    }

    public QueuePosition place(InvitationId id, QueueFilter filter) {
        return place(beside(id, filter), filter);
    }

    public QueuePosition place(Neighbors beside, QueueFilter filter) {
        int before = beside.before().number();
        return new QueuePosition(
                beside.listed() && before < CappedCount.MOST ? before + 1 : null,
                beside.total(),
                filter.link("/"),
                href(beside.previous(), filter),
                href(beside.next(), filter),
                beside.nextName());
    }

    private static @Nullable String href(@Nullable InvitationId id, QueueFilter filter) {
        return id == null ? null : filter.link("/invitations/" + id);
    }
}
