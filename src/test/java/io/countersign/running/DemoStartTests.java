package io.countersign.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.Pages;
import io.countersign.TestDatabaseProperties;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.verification.VerificationRepository;
import io.countersign.sync.coverage.SourceCoverage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests what the demo states and records before any user acts. */
@SpringBootTest
@TestDatabaseProperties
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import(Pages.class)
@DirtiesContext
class DemoStartTests {

    @Autowired
    Pages pages;

    @Autowired
    SourceCoverage coverage;

    @Autowired
    VerificationRepository verification;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void simulator(DynamicPropertyRegistry properties) {
        int port = ApplicationProcess.freePort();
        properties.add("countersign.simulator.port", () -> port);
        properties.add("countersign.simulator.data", () -> "target/record/demo-" + port + ".json");
        properties.add("countersign.aws.endpoint", () -> "http://127.0.0.1:" + port);
    }

    @BeforeEach
    void awaitTheFirstPollsAndTheFirstVerification() {
        Await.until("all sources are read", Duration.ofMinutes(2), () -> coverage.now()
                .complete());
        Await.until(
                "the log is verified",
                Duration.ofMinutes(1),
                () -> verification.state().endedAt() != null);
    }

    @Test
    void recordsNothingUnderTheNameOfAPerson() {
        assertThat(jdbc.sql("select count(*) from audit_entry")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(50);
        assertThat(actors()).containsExactly(AuditEntry.SYSTEM);
    }

    @Test
    void statesWhatTheFirstVerificationCovered() throws Exception {
        long seq = verification.state().verifiedSeq();
        // entries may arrive between the checkpoint and the verification
        long covered = verification.state().checkpointSeq();
        assertThat(covered).isBetween(1L, seq);
        String page = pages.open("/history/verification", "auditor").body();
        assertThat(page)
                .contains(
                        "No tampering found in %s of ".formatted(seq == 1 ? "entry 1" : "entries 1–%,d".formatted(seq)))
                .contains("Covers entries up to")
                .doesNotContain("not vouched for");
        assertThat(page.contains("No checkpoint")).isEqualTo(covered < seq);
        assertThat(pages.open("/history", "auditor").body()).contains(">%,d of ".formatted(seq));
    }

    private List<String> actors() {
        return jdbc.sql("select distinct actor from audit_entry")
                .query(String.class)
                .list();
    }
}
