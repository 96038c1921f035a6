package io.countersign.team;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.Scope;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the ids of what somebody may see. */
@Repository
class Visible {

    private final JdbcClient jdbc;

    Visible(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<InvitationId> of(List<InvitationId> asked, Scope scope) {
        return asked.isEmpty()
                ? List.of()
                : jdbc.sql("select invitation_id from invitation where invitation_id in (:ids) and " + scope.seen())
                        .param("ids", asked.stream().map(InvitationId::value).toList())
                        .params(scope.parameters())
                        .query((row, number) -> new InvitationId(row.getString(1)))
                        .list();
    }
}
