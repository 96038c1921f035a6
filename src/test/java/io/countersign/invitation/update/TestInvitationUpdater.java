package io.countersign.invitation.update;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates an {@link InvitationUpdater} for the tests of other modules. */
public final class TestInvitationUpdater {

    private TestInvitationUpdater() {}

    public static InvitationUpdater on(DataSource dataSource) {
        return new InvitationUpdater(new InvitationUpdateRepository(JdbcClient.create(dataSource)));
    }
}
