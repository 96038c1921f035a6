package io.countersign.invitation.update;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sightings for the tests of other modules. */
public final class TestSightings {

    private TestSightings() {}

    public static InvitationUpdater on(DataSource dataSource) {
        return new InvitationUpdater(new InvitationUpdateRepository(JdbcClient.create(dataSource)));
    }
}
