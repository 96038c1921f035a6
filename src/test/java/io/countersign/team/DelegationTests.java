package io.countersign.team;

import static io.countersign.invitation.Listings.LOGISTICS;
import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.update.InvitationUpdater;
import io.countersign.invitation.update.PollResult;
import io.countersign.invitation.update.TestInvitationUpdater;
import io.countersign.invitation.view.TestInvitations;
import io.countersign.team.persistence.TestTeams;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks the rights of delegates: ann and ben review and lea leads Retail; cid and max are in Logistics. */
class DelegationTests {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final Instant IN_BETWEEN = Instant.parse("2026-11-24T12:00:00Z");

    private Instant now = IN_BETWEEN;
    private InvitationRepository invitationRepository;
    private TestTeams teams;

    @BeforeEach
    void fill() {
        DataSource dataSource = TestDatabase.migrated();
        invitationRepository = new TestInvitations(JdbcClient.create(dataSource)).invitations();
        teams = new TestTeams(dataSource, () -> now);
        InvitationUpdater invitationUpdater = TestInvitationUpdater.on(dataSource);
        invitationUpdater.store(new PollResult(RETAIL, List.of(workload(1, "one")), Map.of(), now, null));
        invitationUpdater.store(new PollResult(LOGISTICS, List.of(workload(2, "two")), Map.of(), now, null));
        teams.team(
                "Retail",
                Map.of("ann", "REVIEWER", "ben", "REVIEWER", "lea", "LEAD"),
                Map.of("111122223333", List.of()));
        teams.team("Logistics", Map.of("cid", "REVIEWER", "max", "LEAD"), Map.of("222233334444", List.of()));
    }

    @Test
    void givesLeadRightsOnlyInTheTeamsOfTheRepresentedLead() {
        delegateFromLeaToAnn();
        assertThat(context(1, "ann").leads()).isTrue();
        assertThat(context(1, "ann").inPlaceOf()).isEqualTo("lea");
        assertThat(context(1, "ben").leads()).isFalse();
        assertThat(context(1, "ben").inPlaceOf()).isNull();
        assertThat(context(2, "ann").leads()).isFalse();
        assertThat(context(2, "ann").sees()).isFalse();
    }

    @Test
    void representsAllUsersWhoNamedTheDelegateRegardlessOfTheAssignee() {
        delegateFromLeaToAnn();
        teams.delegate("ben", "ann", MONDAY, WEDNESDAY);
        assertThat(context(1, "ann").standsInFor()).containsExactlyInAnyOrder("lea", "ben");
        teams.claim(id(1), "ben", Duration.ofHours(1));
        assertThat(context(1, "ann").standsInFor()).containsExactlyInAnyOrder("lea", "ben");
        assertThat(context(1, "lea").standsInFor()).isEmpty();
    }

    @Test
    void addsNoVisibility() {
        teams.delegate("lea", "cid", MONDAY, WEDNESDAY);
        ReviewerContext context = context(1, "cid");
        assertThat(List.of(context.sees(), context.decides(), context.leads())).containsOnly(false);
        assertThat(context.inPlaceOf()).isNull();
    }

    @Test
    void hasNoEffectBeforeTheDelegateAcceptsIt() {
        Runnable accept = teams.nameDelegate("lea", "ann", MONDAY, WEDNESDAY);
        teams.claim(id(1), "lea", Duration.ofHours(1));
        assertThat(context(1, "ann").leads()).isFalse();
        assertThat(context(1, "ann").keptByAnother()).isTrue();
        assertThat(context(1, "ann").standsInFor()).isEmpty();
        accept.run();
        assertThat(context(1, "ann").leads()).isTrue();
        assertThat(context(1, "ann").standsInFor()).containsExactly("lea");
    }

    @Test
    void representsOnlyUsersWhoMayDecideTheInvitationThemselves() {
        teams.delegate("max", "ann", MONDAY, WEDNESDAY);
        teams.delegate("max", "ben", MONDAY, WEDNESDAY);
        assertThat(context(1, "ann").standsInFor()).isEmpty();
        assertThat(context(1, "ben").standsInFor()).isEmpty();
    }

    @Test
    void appliesFromTheStartOfTheFirstDayToTheEndOfTheLastDayInUtc() {
        delegateFromLeaToAnn();
        assertLeads("2026-11-22T23:59:59.999Z", false);
        assertLeads("2026-11-23T00:00:00Z", true);
        assertLeads("2026-11-25T23:59:59.999Z", true);
        assertLeads("2026-11-26T00:00:00Z", false);
    }

    @Test
    void stopsImmediatelyWhenEndedEarly() {
        Runnable end = teams.delegate("lea", "ann", MONDAY, WEDNESDAY);
        assertThat(context(1, "ann").leads()).isTrue();
        end.run();
        assertThat(context(1, "ann").leads()).isFalse();
        assertThat(context(1, "ann").inPlaceOf()).isNull();
    }

    @Test
    void ignoresDisabledUsersAndDisabledDelegates() {
        delegateFromLeaToAnn();
        teams.disable("lea");
        assertThat(context(1, "ann").leads()).isFalse();
        teams.delegate("max", "cid", MONDAY, WEDNESDAY);
        assertThat(context(2, "cid").leads()).isTrue();
        teams.disable("cid");
        assertThat(context(2, "cid").leads()).isFalse();
    }

    @Test
    void givesNoLeadRightsOfUsersWhoDoNotLead() {
        teams.delegate("ben", "ann", MONDAY, WEDNESDAY);
        assertThat(context(1, "ann").leads()).isFalse();
        teams.delegate("max", "ann", MONDAY, WEDNESDAY);
        assertThat(context(1, "ann").leads()).isFalse();
    }

    @Test
    void isNotTransitive() {
        teams.delegate("lea", "ann", MONDAY, WEDNESDAY);
        teams.delegate("ann", "ben", MONDAY, WEDNESDAY);
        assertThat(context(1, "ben").leads()).isFalse();
        teams.claim(id(1), "lea", Duration.ofHours(1));
        assertThat(context(1, "ben").keptByAnother()).isTrue();
        assertThat(context(1, "ann").keptByAnother()).isFalse();
    }

    @Test
    void isIgnoredIfSettingsForbidIt() {
        delegateFromLeaToAnn();
        teams.claim(id(1), "lea", Duration.ofHours(1));
        ReviewerContext forbidden = teams.access(false).context(invitation(1), "ann");
        assertThat(forbidden.leads()).isFalse();
        assertThat(forbidden.keptByAnother()).isTrue();
        assertThat(forbidden.inPlaceOf()).isNull();
    }

    @Test
    void actsWithOwnRightsIfTheDelegateIsALead() {
        teams.delegate("ann", "lea", MONDAY, WEDNESDAY);
        teams.claim(id(1), "ann", Duration.ofHours(1));
        assertThat(context(1, "lea").leads()).isTrue();
        assertThat(context(1, "lea").inPlaceOf()).isNull();
        assertThat(context(1, "lea").decidesInPlaceOf()).isNull();
    }

    @Test
    void letsTheDelegateDecideWhatTheRepresentedUserClaimed() {
        teams.delegate("ben", "ann", MONDAY, WEDNESDAY);
        assertThat(context(1, "ann").inPlaceOf()).isNull();
        teams.claim(id(1), "ben", Duration.ofHours(1));
        ReviewerContext context = context(1, "ann");
        assertThat(context.keptByAnother()).isFalse();
        assertThat(context.leads()).isFalse();
        assertThat(context.inPlaceOf()).isEqualTo("ben");
        assertThat(context.decidesInPlaceOf()).isEqualTo("ben");
        assertThat(context(1, "lea").decidesInPlaceOf()).isNull();
    }

    @Test
    void decidesInAnotherPlaceOnlyIfOwnRightsAreNotSufficient() {
        delegateFromLeaToAnn();
        assertThat(context(1, "ann").decidesInPlaceOf()).isNull();
        teams.claim(id(1), "ann", Duration.ofHours(1));
        assertThat(context(1, "ann").decidesInPlaceOf()).isNull();
        now = now.plus(Duration.ofHours(1));
        teams.claim(id(1), "ben", Duration.ofHours(1));
        assertThat(context(1, "ann").decidesInPlaceOf()).isEqualTo("lea");
    }

    @Test
    void givesLeadRightsByRoleWithoutTeams() {
        DataSource dataSource = TestDatabase.migrated();
        teams = new TestTeams(dataSource, () -> now);
        teams.delegate("max", "cid", MONDAY, WEDNESDAY);
        assertThat(teams.access().context(invitation(1), "cid").inPlaceOf()).isEqualTo("max");
        assertThat(teams.access().context(invitation(1), "ann").leads()).isFalse();
    }

    private void delegateFromLeaToAnn() {
        teams.delegate("lea", "ann", MONDAY, WEDNESDAY);
    }

    private void assertLeads(String at, boolean leads) {
        now = Instant.parse(at);
        assertThat(context(1, "ann").leads()).as(at).isEqualTo(leads);
    }

    private ReviewerContext context(int number, String person) {
        return teams.access().context(invitation(number), person);
    }

    private Invitation invitation(int number) {
        return invitationRepository.find(id(number)).orElseThrow();
    }
}
