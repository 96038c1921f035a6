package io.countersign.invitation;

import io.countersign.connection.KnownAccounts;
import io.countersign.owner.Owners;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The repositories and views of invitations on a database of a test, without connections. */
public record TestInvitations(JdbcClient jdbc) {

    public Invitations invitations() {
        return new Invitations(jdbc);
    }

    public Queue queue() {
        return new Queue(jdbc);
    }

    public SameResource sameResource() {
        return new SameResource(jdbc);
    }

    public InvitationViews views(KnownAccounts known, Owners owners, InstantSource clock) {
        return new InvitationViews(List::of, known, owners, asked -> Set.of(), clock);
    }

    public InvitationPages pages(InvitationViews views) {
        return new InvitationPages(invitations(), views, queue());
    }
}
