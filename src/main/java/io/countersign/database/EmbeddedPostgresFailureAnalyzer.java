package io.countersign.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains why the embedded server did not start, and how to use an external server instead. */
class EmbeddedPostgresFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedPostgresException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedPostgresException cause) {
        return new FailureAnalysis(
                "The embedded PostgreSQL server did not start: " + cause.getMessage(),
                "Fix the cause, or use a PostgreSQL server: set SPRING_DATASOURCE_URL=jdbc:postgresql://HOST/DATABASE,"
                        + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD. The embedded server is then not started.",
                cause);
    }
}
