package io.countersign.decision.web;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.connection.InvitationId;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Checks that the header, the filter of the queue and the page of an invitation agree on who can approve a proposal: mia
 * leads ben and reviewer in Retail, and lead is in no team.
 */
@PageTest
@TestPropertySource(
        properties = {
            "countersign.second-approval.rules[0].account=111122223333",
            "countersign.second-approval.rules[0].needs=second-approval",
            "countersign.second-approval.rules[1].type=LENS",
            "countersign.second-approval.rules[1].needs=lead",
            "countersign.people[3].name=ben",
            "countersign.people[3].password=" + PageTest.HASH,
            "countersign.people[3].roles=REVIEWER",
            "countersign.people[4].name=mia",
            "countersign.people[4].password=" + PageTest.HASH,
            "countersign.people[4].roles=LEAD",
            "countersign.people[5].name=admin",
            "countersign.people[5].password=" + PageTest.HASH,
            "countersign.people[5].roles=ADMIN",
            "countersign.people[6].name=robot",
            "countersign.people[6].password=" + PageTest.HASH,
            "countersign.people[6].roles=LEAD,SERVICE"
        })
class ApprovableProposalsTests {

    private static final List<String> PEOPLE =
            List.of("ben/REVIEWER", "reviewer/REVIEWER", "mia/LEAD", "lead/LEAD", "robot/LEAD");
    private static final InvitationId WORKLOAD = id(ListedForPages.PLAIN + 40);
    private static final InvitationId LENS = id(ListedForPages.LENS);

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    Pages pages;

    @Autowired
    InvitationRepository invitations;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void addTeam() throws Exception {
        pages.refresh();
        Page added = pages.submit(
                "/teams",
                "admin/ADMIN",
                Map.of(
                        "name",
                        "Retail",
                        "accounts",
                        "111122223333\n222233334444",
                        "members",
                        "ben:REVIEWER,reviewer:REVIEWER,mia:LEAD,robot:LEAD"));
        assertThat(added.location()).as(added.body()).startsWith("/teams/");
    }

    @AfterEach
    void clean() {
        List.of("proposal", "delegation", "claim", "team")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        jdbc.sql("update invitation set proposed_by = null, lead_approves = false")
                .update();
    }

    @Test
    void includesAllOtherMembersOfTheTeamButNoServiceAccount() throws Exception {
        assertThat(lacksApprover("ben/REVIEWER")).isFalse();
        propose("ben/REVIEWER", WORKLOAD);
        assertApprovers(WORKLOAD, "reviewer", "mia");
    }

    @Test
    void includesUsersByRoleWithoutTeams() throws Exception {
        jdbc.sql("delete from team").update();
        propose("ben/REVIEWER", WORKLOAD);
        assertApprovers(WORKLOAD, "reviewer", "mia", "lead");
    }

    @Test
    void excludesTheDelegateOfTheProposer() throws Exception {
        delegate("mia", "reviewer", today, true);
        propose("mia/LEAD", WORKLOAD);
        assertApprovers(WORKLOAD, "ben");
    }

    @Test
    void ignoresDelegationsThatAreNotAcceptedOrNotOfToday() throws Exception {
        delegate("mia", "reviewer", today, false);
        delegate("mia", "ben", today.plusDays(1), true);
        propose("mia/LEAD", WORKLOAD);
        assertApprovers(WORKLOAD, "ben", "reviewer");
    }

    @Test
    void excludesTheDelegatorOfTheProposerAndOtherDelegates() throws Exception {
        delegate("mia", "ben", today, true);
        delegate("mia", "reviewer", today, true);
        assertThat(lacksApprover("ben/REVIEWER")).isTrue();
        propose("ben/REVIEWER", WORKLOAD);
        assertApprovers(WORKLOAD);
    }

    @Test
    void excludesALeadWhoIsTheDelegateOfTheProposer() throws Exception {
        delegate("ben", "mia", today, true);
        propose("ben/REVIEWER", WORKLOAD);
        assertApprovers(WORKLOAD, "reviewer");
    }

    @Test
    void excludesTheUserOnWhoseBehalfItWasProposed() throws Exception {
        propose("ben/REVIEWER", WORKLOAD);
        jdbc.sql("update proposal set in_place_of = 'mia'").update();
        assertApprovers(WORKLOAD, "reviewer");
    }

    @Test
    void requiresThatTheProposerMayStillDecide() throws Exception {
        propose("ben/REVIEWER", WORKLOAD);
        jdbc.sql("delete from team_member where person = 'ben'").update();
        assertApprovers(WORKLOAD);
    }

    @Test
    void respectsTheAssigneeUnlessItIsTheProposer() throws Exception {
        propose("ben/REVIEWER", WORKLOAD);
        claim("ben");
        assertApprovers(WORKLOAD, "reviewer", "mia");
        claim("mia");
        assertApprovers(WORKLOAD, "mia");
        delegate("mia", "reviewer", today, true);
        assertApprovers(WORKLOAD, "mia", "reviewer");
        claim("reviewer");
        assertApprovers(WORKLOAD, "mia", "reviewer");
    }

    @Test
    void includesLeadsAndTheirDelegatesIfALeadMustApprove() throws Exception {
        propose("ben/REVIEWER", LENS);
        assertApprovers(LENS, "mia");
        delegate("mia", "reviewer", today, true);
        assertApprovers(LENS, "mia", "reviewer");
    }

    private void assertApprovers(InvitationId invitation, String... names) throws Exception {
        for (String person : PEOPLE) {
            boolean expected = List.of(names).contains(person.split("/")[0]);
            Page page = pages.open("/invitations/" + invitation, person);
            assertThat(page.body().contains("Approve and accept"))
                    .as("page for " + person)
                    .isEqualTo(expected);
            assertThat(pages.open("/?state=waiting&assignee=approve&rows=each", person)
                            .body()
                            .contains(invitation.value()))
                    .as("filter for " + person)
                    .isEqualTo(expected);
            assertThat(page.body().contains("<span>To approve</span>"))
                    .as("header for " + person)
                    .isEqualTo(expected);
        }
    }

    private boolean lacksApprover(String person) throws Exception {
        return pages.open("/invitations/" + WORKLOAD, person).body().contains("No other user can approve this.");
    }

    private void propose(String person, InvitationId invitation) throws Exception {
        String shown = InvitationFingerprint.of(
                        invitations.find(invitation).orElseThrow().listed())
                .value();
        Page proposed = pages.submit(
                "/invitations/" + invitation + "/decisions",
                person,
                Map.of("action", "ACCEPT", "reason", "Agreed in ticket 4711", "fingerprint", shown));
        assertThat(proposed.location()).as(proposed.body()).startsWith("/invitations/" + invitation + "?proposed=");
    }

    private void delegate(String person, String delegate, LocalDate from, boolean accepted) {
        jdbc.sql("""
                insert into delegation (person, delegate, from_day, until_day, reason, created_at, accepted_at)
                values (:person, :delegate, :from, :from, 'on leave', now(), case when :accepted then now() end)""")
                .param("person", person)
                .param("delegate", delegate)
                .param("from", from)
                .param("accepted", accepted)
                .update();
    }

    private void claim(String person) {
        jdbc.sql("delete from claim").update();
        jdbc.sql("""
                insert into claim (invitation_id, person, given_by, since, until_at)
                values (:id, :person, :person, now(), now() + interval '1 hour')""").param("id", WORKLOAD.value()).param("person", person).update();
    }
}
