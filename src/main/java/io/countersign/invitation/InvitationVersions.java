package io.countersign.invitation;

import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The earlier versions of an invitation, as AWS listed them before a change. */
@Repository
public class InvitationVersions {

    private final JdbcClient jdbc;

    InvitationVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ListedInvitation> find(InvitationId id, InvitationFingerprint invitationFingerprint) {
        return jdbc.sql("select * from invitation_version where invitation_id = :id and fingerprint = :fingerprint")
                .param("id", id.value())
                .param("fingerprint", invitationFingerprint.value())
                .query((row, number) -> InvitationColumns.listed(row))
                .optional();
    }
}
