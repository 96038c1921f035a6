package io.countersign.invitation.update;

import io.countersign.invitation.PriorityKey;
import io.countersign.owner.OrganizationMembershipChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recomputes the priority of pending invitations whose owners joined or left the organization. */
@Component
public class PriorityUpdater {

    private static final String SETTLE = "update invitation set priority = %s where state = 'PENDING' and not (%s)"
            .formatted(PriorityKey.moved("permission", "shared_by"), PriorityKey.settled());

    private final JdbcClient jdbc;

    public PriorityUpdater(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(OrganizationMembershipChanged moved) {
        settle();
    }

    /** Returns the number of changed invitations. */
    public int settle() {
        return jdbc.sql(SETTLE).update();
    }
}
