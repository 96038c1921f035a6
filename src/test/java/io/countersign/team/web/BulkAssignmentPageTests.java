package io.countersign.team.web;

import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.team.Team;
import io.countersign.team.TeamRole;
import io.countersign.team.persistence.TeamRepository;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests the page that assigns several invitations. */
@PageTest
class BulkAssignmentPageTests {

    private static final String FIRST = id(ListedForPages.PLAIN).value();
    private static final String SECOND = id(ListedForPages.PLAIN + 100).value();

    @Autowired
    Pages pages;

    @Autowired
    TeamRepository teams;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void read() throws Exception {
        pages.refresh();
        removeClaims();
    }

    @AfterEach
    void removeTeams() {
        teams.all().forEach(team -> teams.remove(team.id()));
    }

    @AfterEach
    void removeClaims() {
        jdbc.sql("delete from claim").update();
    }

    @Test
    void namesEachAssigneeWithTheNumberOfInvitations() throws Exception {
        assertThat(assign("user:reviewer", FIRST + ":", SECOND + ":").flash())
                .isEqualTo("Assigned 2 invitations: reviewer (2).");
        removeClaims();
        assertThat(assign("team:", FIRST + ":", SECOND + ":").flash())
                .isEqualTo("Assigned 2 invitations: lead (1), reviewer (1).");
        assertThat(assign("user:lead", FIRST + ":", SECOND + ":").flash())
                .isEqualTo("1 assigned: lead (1). 1 not assigned.");
        assertThat(assign("user:reviewer", FIRST + ":").flash()).isEqualTo("0 assigned. 1 not assigned.");
    }

    @Test
    void listsEachInvitationThatWasNotAssigned() throws Exception {
        teams.add(
                new Team(
                        "Retail",
                        Map.of("lead", TeamRole.LEAD, "reviewer", TeamRole.REVIEWER),
                        Map.of(RETAIL.account(), List.of())),
                "admin");
        String hidden = id(ListedForPages.LENS).value();

        assign("user:reviewer", FIRST + ":");
        Page answer = assign("user:lead", FIRST + ":", hidden + ":", SECOND + ":");

        assertThat(answer.flash()).isEqualTo("1 assigned: lead (1). 2 not assigned.");
        String table = pages.follow(answer, "lead").body();
        assertThat(table.split("<td class=\"cell-resource\">", -1)).hasSize(3);
        assertThat(table)
                .containsSubsequence(
                        ">Plain " + ListedForPages.PLAIN + "</a>",
                        "The assignee changed meanwhile",
                        ">Invitation of another team</span>",
                        "Belongs to a team that you do not lead")
                .doesNotContain("SaaS lens", hidden);
    }

    @Test
    void asksForAPersonIfNobodyIsChosen() throws Exception {
        Page asked = pages.submit("/assignments/preview", "lead", List.of("select", FIRST, "select", SECOND));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains("Assign 2 invitations").doesNotContain("error-summary", "aria-invalid");

        Page refused = assign("", FIRST + ":", SECOND + ":");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains("<title>Error: ", "error-summary", "href=\"#to\">Assign to: select a person or a team<")
                .contains("aria-describedby=\"to-error\"", "Assign 2 invitations", FIRST + ":\"", SECOND + ":\"");
        assertThat(assign("nobody", FIRST + ":").status()).isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from claim").query(Integer.class).single())
                .isZero();
    }

    @Test
    void asksForAPersonOnThePageOfTheInvitation() throws Exception {
        Page refused = pages.submit("/invitations/" + FIRST + "/assignment", "lead", Map.of("from", "", "to", ""));

        assertThat(refused.location()).endsWith("#assignee-title");
        assertThat(pages.follow(refused, "lead").body())
                .contains("<title>Error: ", "id=\"to-ASSIGN-error\"", "aria-describedby=\"to-ASSIGN-error\"");
    }

    private Page assign(String to, String... items) throws Exception {
        return pages.submit(
                "/assignments",
                "lead",
                Stream.concat(Stream.of("to", to), Stream.of(items).flatMap(item -> Stream.of("item", item)))
                        .toList());
    }
}
