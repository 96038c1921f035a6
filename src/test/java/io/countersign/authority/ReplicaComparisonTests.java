package io.countersign.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.audit.RecordedAuditLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReplicaComparisonTests {

    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Instant time = NOW;
    private DataSource dataSource;
    private EffectiveValues one;
    private EffectiveValues two;
    private ReplicaComparison comparison;

    @BeforeEach
    void open() {
        dataSource = TestDatabase.migrated();
        one = replica();
        two = replica();
        comparison = new ReplicaComparison(
                one, new OutdatedReplicaRepository(JdbcClient.create(dataSource)), () -> time, metrics);
    }

    @Test
    void reportsNothingForEqualConfigurations() {
        start(one, ValueKind.RULE, Map.of("4711", "needs: lead"));
        start(two, ValueKind.RULE, Map.of("4711", "needs: lead"));

        comparison.compare();

        assertThat(comparison.outdatedReplicas()).isEmpty();
        assertThat(gauge()).isZero();
    }

    @Test
    void reportsTheReplicaThatStartedBeforeAnotherConfiguration() {
        start(one, ValueKind.RULE, Map.of("4711", "needs: lead"));
        start(one, ValueKind.PERSON, Map.of("bob", "REVIEWER"));
        start(two, ValueKind.RULE, Map.of());
        start(two, ValueKind.PERSON, Map.of("bob", "REVIEWER"));

        comparison.compare();

        assertThat(two.outdated()).isEmpty();
        assertThat(comparison.outdatedReplicas()).singleElement().satisfies(replica -> assertThat(replica.kinds())
                .isEqualTo(List.of(ValueKind.RULE)));
        assertThat(gauge()).isEqualTo(1);
    }

    @Test
    void reportsNothingOnceTheConfigurationsAreEqualAgain() {
        start(one, ValueKind.RULE, Map.of("4711", "needs: lead"));
        start(two, ValueKind.RULE, Map.of());
        comparison.compare();
        start(two, ValueKind.RULE, Map.of("4711", "needs: lead"));

        comparison.compare();

        assertThat(comparison.outdatedReplicas()).isEmpty();
        assertThat(gauge()).isZero();
    }

    @Test
    void forgetsAReplicaThatEnded() {
        start(one, ValueKind.RULE, Map.of("4711", "needs: lead"));
        start(two, ValueKind.RULE, Map.of());
        comparison.compare();

        time = NOW.plus(Duration.ofMinutes(4));

        assertThat(comparison.outdatedReplicas()).isEmpty();
    }

    @Test
    void ignoresValuesThatUsersChangeWhileReplicasRun() {
        start(one, ValueKind.OWNER, Map.of());
        one.change(ValueKind.OWNER, "555566667777", null, "external, blocked", "lead");

        assertThat(one.outdated()).isEmpty();
    }

    private EffectiveValues replica() {
        return new EffectiveValues(
                new ValueRepository(JdbcClient.create(dataSource)), new RecordedAuditLog(), () -> time);
    }

    private void start(EffectiveValues replica, ValueKind kind, Map<String, String> values) {
        new TransactionTemplate(new JdbcTransactionManager(dataSource))
                .executeWithoutResult(status -> replica.replace(kind, values));
    }

    private double gauge() {
        return metrics.get("countersign.configuration.outdated").gauge().value();
    }
}
