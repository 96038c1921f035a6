package io.countersign.kill;

import io.countersign.TestPostgres;

/** The two kinds of database on which the packaged application is killed. */
enum Database {
    EMBEDDED {
        @Override
        ApplicationSettings settings(SimulatedAws aws, int people) {
            return ApplicationSettings.embedded(aws, people);
        }
    },
    SERVER {
        @Override
        ApplicationSettings settings(SimulatedAws aws, int people) {
            return ApplicationSettings.on(TestPostgres.running().empty(), aws, people);
        }
    };

    abstract ApplicationSettings settings(SimulatedAws aws, int people);
}
