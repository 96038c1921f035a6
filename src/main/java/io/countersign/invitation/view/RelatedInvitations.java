package io.countersign.invitation.view;

import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.queue.ResourceKey;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the other invitations to the same resource. */
@Component
public class RelatedInvitations {

    /** The queue shows the rest. */
    public static final int MOST = 10;

    private final JdbcClient jdbc;
    private final InvitationViewAssembler views;

    RelatedInvitations(JdbcClient jdbc, InvitationViewAssembler views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    /**
     * Finds invitations within the scope of the filter: the same account and Region first, then pending ones, then the
     * newest. A resource always has the same owner.
     */
    public List<RelatedInvitation> of(Invitation invitation, QueueFilter filter) {
        String owner = invitation.listed().sharedBy();
        String resource = invitation.listed().resourceId();
        if (owner == null || resource == null) {
            return List.of();
        }
        List<Invitation> found = jdbc.sql("""
                select * from invitation
                where shared_by = :owner and resource_start = :start and resource_id = :resource
                  and invitation_id <> :id and %s
                order by case when account_id = :account and region = :region then 0 else 1 end,
                  case when state = 'PENDING' then 0 else 1 end, first_seen_at desc, invitation_id limit :most""".formatted(VisibilityCondition.of(filter.scope())))
                .params(VisibilityCondition.parameters(filter.scope()))
                .param("owner", owner)
                .param("resource", resource)
                .param("start", ResourceKey.start(resource))
                .param("id", invitation.id().value())
                .param("account", invitation.source().account().value())
                .param("region", invitation.source().region().value())
                .param("most", MOST)
                .query(InvitationRepository::row)
                .list();
        List<InvitationView> shown = views.views(found, filter);
        return shown.stream().map(view -> sibling(view, invitation)).toList();
    }

    private static RelatedInvitation sibling(InvitationView view, Invitation invitation) {
        InvitationView.Recipient recipient = view.recipient();
        boolean twice = recipient
                        .accountId()
                        .equals(invitation.source().account().value())
                && recipient.region().equals(invitation.source().region().value());
        return new RelatedInvitation(
                view.href(), recipient.accountName(), recipient.region(), recipient.sharedWith(), view.mark(), twice);
    }
}
