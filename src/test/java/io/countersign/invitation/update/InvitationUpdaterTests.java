package io.countersign.invitation.update;

import static io.countersign.invitation.Listings.LOGISTICS;
import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.connection.Source;
import io.countersign.invitation.GoneCause;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationChanged;
import io.countersign.invitation.InvitationRemoved;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.InvitationState;
import io.countersign.invitation.OpenDecisionRepository;
import io.countersign.invitation.RemovalConfidence;
import io.countersign.invitation.RemovalReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

class InvitationUpdaterTests {

    private static final Instant T0 = Instant.parse("2026-11-20T14:03:11.250Z");

    private static final RemovalReason UNKNOWN =
            new RemovalReason(GoneCause.UNKNOWN, RemovalConfidence.POSSIBLE, "not there");

    private final RecordedAuditLog auditLog = new RecordedAuditLog();
    private final List<Object> events = new ArrayList<>();
    private InvitationUpdater invitationUpdater;
    private InvitationRepository invitationRepository;
    private OpenDecisionRepository openDecisions;

    @BeforeEach
    void migrate() {
        DataSource dataSource = TestDatabase.migrated();
        invitationUpdater = TestInvitationUpdater.on(dataSource, auditLog, events::add);
        invitationRepository = new InvitationRepository(JdbcClient.create(dataSource));
        openDecisions = new OpenDecisionRepository(JdbcClient.create(dataSource));
    }

    @Test
    void storesFirstSeenAndThePollBeforeIt() {
        poll(T0, T0.minusSeconds(60), workload(1, "checkout ’25 <beta>"));
        poll(T0.plusSeconds(60), T0, workload(1, "checkout ’25 <beta>"));

        Invitation invitation = find(1);
        assertThat(invitation.listed()).isEqualTo(workload(1, "checkout ’25 <beta>"));
        assertThat(invitation.source()).isEqualTo(RETAIL);
        assertThat(invitation.firstSeen()).isEqualTo(T0);
        assertThat(invitation.unseenSince()).isEqualTo(T0.minusSeconds(60));
        assertThat(invitation.lastSeen()).isEqualTo(T0.plusSeconds(60));
        assertThat(invitation.expiresBy()).isEqualTo(Instant.parse("2026-11-27T14:03:11.250Z"));
    }

    @Test
    void auditsAddedChangedRemovedAndReappearedInvitations() {
        assertThat(poll(T0, null, workload(1, "a"), workload(2, "b"))).isTrue();
        assertThat(poll(T0.plusSeconds(1), T0, workload(1, "a"), workload(2, "b")))
                .isFalse();
        assertThat(poll(T0.plusSeconds(60), T0, workload(1, "a", Permission.CONTRIBUTOR)))
                .isTrue();
        assertThat(poll(T0.plusSeconds(90), T0, workload(1, "a", Permission.CONTRIBUTOR), workload(2, "b")))
                .isTrue();

        assertThat(auditLog.entries)
                .containsExactly(
                        entry(AuditOutcome.DISCOVERED, workload(1, "a")),
                        entry(AuditOutcome.DISCOVERED, workload(2, "b")),
                        entry(AuditOutcome.CHANGED, workload(1, "a", Permission.CONTRIBUTOR))
                                .withMessage("PermissionType: READONLY → CONTRIBUTOR"),
                        entry(AuditOutcome.REMOVED, workload(2, "b"))
                                .withMessage("withdrawn by its owner, or rejected elsewhere (possible): not there"),
                        entry(AuditOutcome.REAPPEARED, workload(2, "b")));
    }

    @Test
    void announcesChangedAndRemovedInvitations() {
        poll(T0, null, workload(1, "a"), workload(2, "b"));
        Invitation before = find(2);
        poll(T0.plusSeconds(60), T0, workload(1, "a", Permission.CONTRIBUTOR));

        assertThat(events)
                .containsExactly(
                        new InvitationChanged(RETAIL, workload(1, "a", Permission.CONTRIBUTOR)),
                        new InvitationRemoved(before));
    }

    @Test
    void storesChangesByTheOwner() {
        poll(T0, null, workload(1, "ledger"));
        poll(T0.plusSeconds(60), T0, workload(1, "ledger", Permission.CONTRIBUTOR));

        assertThat(find(1).listed().permission()).isEqualTo(Permission.CONTRIBUTOR);
    }

    @Test
    void closesInvitationsThatACompletePollDoesNotList() {
        poll(T0, null, workload(1, "stays"), workload(2, "goes"));
        poll(T0.plusSeconds(60), T0, workload(1, "stays"));

        assertThat(find(1).state()).isEqualTo(InvitationState.PENDING);
        assertThat(find(2).state()).isEqualTo(InvitationState.GONE);
    }

    @Test
    void closesNothingAfterAPartialPoll() {
        poll(T0, null, workload(1, "seen"), workload(2, "on the page that failed"));
        invitationUpdater.store(new PollResult(RETAIL, List.of(workload(1, "seen")), Map.of(), T0.plusSeconds(60), T0));

        assertThat(find(2).state()).isEqualTo(InvitationState.PENDING);
    }

    @Test
    void closesNothingInOtherSources() {
        poll(T0, null, workload(1, "here"));
        complete(LOGISTICS, T0.plusSeconds(60), null);

        assertThat(find(1).state()).isEqualTo(InvitationState.PENDING);
    }

    @Test
    void reopensAReappearedInvitationAndKeepsFirstSeen() {
        poll(T0, null, workload(1, "back"));
        poll(T0.plusSeconds(60), T0);
        poll(T0.plusSeconds(120), T0.plusSeconds(60), workload(1, "back"));

        assertThat(find(1).state()).isEqualTo(InvitationState.PENDING);
        assertThat(find(1).firstSeen()).isEqualTo(T0);
    }

    @Test
    void keepsADecisionThatWasMadeDuringThePoll() {
        poll(T0, null, workload(1, "decided"));
        openDecisions.open(id(1), 7, 0, T0.plusSeconds(61));
        openDecisions.decided(id(1), 7, InvitationState.ACCEPTED, T0.plusSeconds(62));
        poll(T0.plusSeconds(60), T0, workload(1, "decided"));

        assertThat(find(1).state()).isEqualTo(InvitationState.ACCEPTED);
    }

    @Test
    void doesNotCloseAnInvitationThatWasFirstSeenDuringThePoll() {
        poll(T0.plusSeconds(60), null, workload(1, "new"));
        poll(T0, null);

        assertThat(find(1).state()).isEqualTo(InvitationState.PENDING);
    }

    @Test
    void doesNotCloseAnInvitationWhoseDecisionIsBeingSent() {
        poll(T0, null, workload(1, "being sent"));
        openDecisions.open(id(1), 7, 0, T0.plusSeconds(1));
        poll(T0.plusSeconds(60), T0);

        assertThat(find(1).state()).isEqualTo(InvitationState.PENDING);
        assertThat(find(1).beingSent()).isTrue();
    }

    @Test
    void refusesOneIdInTwoSources() {
        poll(T0, null, workload(1, "mine"));

        assertThatThrownBy(() -> invitationUpdater.store(
                        new PollResult(LOGISTICS, List.of(workload(1, "mine")), Map.of(), T0.plusSeconds(60), null)))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("222233334444/us-east-1");
    }

    private boolean poll(Instant began, @Nullable Instant previous, ListedInvitation... seen) {
        return complete(RETAIL, began, previous, seen);
    }

    private boolean complete(Source source, Instant began, @Nullable Instant previous, ListedInvitation... seen) {
        Map<InvitationId, RemovalReason> missing = invitationUpdater.missing(source, List.of(seen)).stream()
                .collect(Collectors.toMap(Invitation::id, gone -> UNKNOWN));
        return invitationUpdater.store(new PollResult(source, List.of(seen), missing, began, previous));
    }

    private static AuditEntry entry(AuditOutcome outcome, ListedInvitation invitation) {
        return AuditEntry.bySystem(AuditAction.READ, outcome).about(AuditSubjects.of(RETAIL, invitation));
    }

    private Invitation find(int number) {
        return invitationRepository.find(id(number)).orElseThrow();
    }
}
