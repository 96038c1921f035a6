package io.countersign.invitation.view;

import io.countersign.connection.KnownAccounts;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.queue.QueueNeighborRepository;
import io.countersign.invitation.queue.QueueRepository;
import io.countersign.owner.Owners;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates repositories and assemblers of invitations on a test database without connections. */
public record TestInvitations(JdbcClient jdbc) {

    public InvitationRepository invitations() {
        return new InvitationRepository(jdbc);
    }

    public QueueRepository queue() {
        return new QueueRepository(jdbc);
    }

    public QueueNeighborRepository neighbors() {
        return new QueueNeighborRepository(jdbc);
    }

    public InvitationViewAssembler views(KnownAccounts known, Owners owners, InstantSource clock) {
        return new InvitationViewAssembler(List::of, known, owners, clock);
    }

    public InvitationPageAssembler pages(InvitationViewAssembler views) {
        return new InvitationPageAssembler(invitations(), views, neighbors());
    }
}
