package io.countersign.invitation;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sightings for the tests of other modules. */
public final class TestSightings {

    private TestSightings() {}

    public static Sightings on(DataSource dataSource) {
        return new Sightings(new SightingRows(JdbcClient.create(dataSource)));
    }
}
