package io.countersign.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.team.access.ActiveDelegations;
import io.countersign.team.persistence.DelegationRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Checks an application whose settings forbid delegation. */
@PageTest
@TestPropertySource(properties = "countersign.delegation.allowed=false")
class DelegationForbiddenTests {

    @Autowired
    Pages pages;

    @Autowired
    DelegationRepository delegations;

    @Autowired
    ActiveDelegations standIns;

    @Autowired
    JdbcClient jdbc;

    @Test
    void explainsTheSettingAndIgnoresDelegations() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        DelegationRequest earlier = new DelegationRequest("lead", "reviewer", today, today.plusDays(1), "On leave");
        Delegation accepted = delegations.add(earlier, Instant.now());
        assertThat(delegations.accept(accepted.id(), today, Instant.now())).isTrue();
        assertThat(standIns.of("reviewer")).isEmpty();

        Page page = pages.open("/delegations", "lead");
        assertThat(page.body())
                .contains("Delegation is disabled", "reviewer on behalf of lead", "Not allowed", "End now")
                .doesNotContain("Add a delegate", ">Active<");
        Page refused = pages.submit(
                "/delegations",
                "lead",
                Map.of("delegate", "reviewer", "from", today.toString(), "until", today.toString(), "reason", "Away"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("<title>Error: ", "Delegation is disabled");
        assertThat(jdbc.sql("select count(*) from delegation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
