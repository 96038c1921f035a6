package io.countersign.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.WaitingTransaction;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.AuditSubject;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueRepository;
import io.countersign.connection.AccountId;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.owner.OwnerAccount.OwnerDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OwnerServiceTests {

    private static final AccountId PARTNER = new AccountId("999988887777");
    private static final AccountId OURS = new AccountId("111122223333");
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    private final RecordedAuditLog auditLog = new RecordedAuditLog();
    private final List<Object> told = new ArrayList<>();
    private final Map<String, KnownAccount> elsewhere = new HashMap<>();
    private JdbcClient jdbc;
    private DataSource tables;
    private OwnerRepository book;
    private InternalAccountRepository internal;
    private OwnerService changes;
    private Owners owners;

    @BeforeEach
    void start() {
        tables = TestDatabase.migrated();
        jdbc = JdbcClient.create(tables);
        book = new OwnerRepository(jdbc, () -> NOW);
        Elsewhere known = new Elsewhere(elsewhere);
        internal = new InternalAccountRepository(known, book, jdbc, told::add);
        changes = new OwnerService(
                book, auditLog, new EffectiveValues(new ValueRepository(jdbc), auditLog, () -> NOW), told::add);
        owners = new Owners(book, known);
        elsewhere.put(OURS.value(), new KnownAccount(OURS, "Retail prod", true));
    }

    record Elsewhere(Map<String, KnownAccount> accounts) implements KnownAccounts {

        @Override
        public Optional<KnownAccount> find(String accountId) {
            return Optional.ofNullable(accounts.get(accountId));
        }

        @Override
        public Collection<KnownAccount> knownAccounts() {
            return accounts.values();
        }
    }

    @Test
    void auditsEveryChangeWithOldAndNewValues() {
        OwnerDetails first = partner("Cont<b>oso</b> ’25", OrganizationMembership.EXTERNAL, OwnerTrust.NONE, null);
        assertThat(changes.add(first, "lead")).isTrue();
        assertThat(changes.add(first, "other")).isFalse();
        assertThat(book.find(PARTNER)).contains(new OwnerAccount(first, 1, NOW, "lead"));

        OwnerDetails second =
                partner("Contoso", OrganizationMembership.EXTERNAL, OwnerTrust.BLOCKED, "Asked twice for everything.");
        assertThat(changes.change(second, 1, "lead")).isTrue();

        assertThat(book.all()).containsExactly(new OwnerAccount(second, 2, NOW, "lead"));
        assertThat(auditLog.entries)
                .containsExactly(
                        changed("owner 999988887777\nname: none → Cont<b>oso</b> ’25\nmembership: none → external"),
                        changed("owner 999988887777\nname: Cont<b>oso</b> ’25 → Contoso\ntrust: none → blocked"
                                + "\nnote: none → Asked twice for everything."));
    }

    @Test
    void refusesTheSecondOfTwoChanges() {
        changes.add(partner("Contoso", OrganizationMembership.EXTERNAL, OwnerTrust.NONE, null), "lead");
        changes.change(partner("Contoso Ltd", OrganizationMembership.EXTERNAL, OwnerTrust.NONE, null), 1, "ann");

        assertThat(changes.change(partner("Mine", OrganizationMembership.INTERNAL, OwnerTrust.TRUSTED, null), 1, "bob"))
                .isFalse();
        assertThat(changes.remove(PARTNER, 1, "bob")).isFalse();
        assertThat(owners.find(PARTNER.value()).name()).isEqualTo("Contoso Ltd");
        assertThat(changes.remove(PARTNER, 2, "bob")).isTrue();
        assertThat(changes.remove(PARTNER, 2, "bob")).isFalse();
        assertThat(changes.change(partner("Mine", OrganizationMembership.INTERNAL, OwnerTrust.TRUSTED, null), 2, "bob"))
                .isFalse();
    }

    @Test
    void refusesAVersionThatDoesNotExistYet() {
        OwnerDetails open = partner("Contoso", OrganizationMembership.EXTERNAL, OwnerTrust.NONE, null);
        OwnerDetails blocked = partner("Contoso", OrganizationMembership.EXTERNAL, OwnerTrust.BLOCKED, null);
        changes.add(open, "lead");

        assertThat(changes.change(open, 2, "bob")).isFalse();
        assertThat(changes.remove(PARTNER, 2, "bob")).isFalse();
        auditLog.entries.clear();
        boolean unblocked = WaitingTransaction.after(
                        tables, () -> changes.change(blocked, 1, "ann"), () -> changes.change(open, 2, "lead"))
                .join();

        assertThat(unblocked).isTrue();
        assertThat(auditLog.messages())
                .containsExactly(
                        "owner 999988887777\ntrust: none → blocked", "owner 999988887777\ntrust: blocked → none");
        assertThat(jdbc.sql("select before_value from value_change order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(blocked.standing().text());
    }

    @Test
    void writesNothingAfterAChangeThatItDidNotRead() {
        OwnerDetails open = partner("Contoso", OrganizationMembership.EXTERNAL, OwnerTrust.NONE, null);
        OwnerDetails blocked = partner("Contoso", OrganizationMembership.EXTERNAL, OwnerTrust.BLOCKED, null);
        changes.add(open, "lead");
        changes.change(blocked, 1, "lead");

        boolean stale = WaitingTransaction.after(
                        tables, () -> changes.change(open, 2, "ann"), () -> changes.remove(PARTNER, 2, "bob"))
                .join();

        assertThat(stale).isFalse();
        assertThat(book.find(PARTNER)).map(OwnerAccount::details).contains(open);
    }

    @Test
    void prefersTheNameButNotTheMembershipOfTheDirectory() {
        changes.add(
                new OwnerDetails(OURS, "Shop", OrganizationMembership.EXTERNAL, OwnerTrust.TRUSTED, "ours"), "lead");

        assertThat(owners.find(OURS.value()))
                .isEqualTo(new KnownOwner(
                        "Shop",
                        new OwnerStanding(OrganizationMembership.INTERNAL, OwnerTrust.TRUSTED),
                        "ours",
                        true,
                        false));

        elsewhere.put(PARTNER.value(), new KnownAccount(PARTNER, "Contoso Partners", false));
        changes.add(partner("Contoso", OrganizationMembership.INTERNAL, OwnerTrust.NONE, null), "lead");
        assertThat(owners.find(PARTNER.value()).standing().internal()).isFalse();
        internal.refresh();
        assertThat(internalAccounts()).containsExactly(OURS.value());
    }

    @Test
    void remembersOwnersWithDecidedInvitations() {
        owners.markDecided("999988887777");
        owners.markDecided("999988887777");
        owners.markDecided("'; drop table decided_owner; --");

        assertThat(owners.find("999988887777").decidedBefore()).isTrue();
        assertThat(owners.find(OURS.value()).decidedBefore()).isFalse();
        assertThat(owners.find(List.of()).isEmpty()).isTrue();
    }

    @Test
    void knowsNothingAboutUnlistedOwners() {
        assertThat(owners.find((String) null)).isEqualTo(KnownOwner.UNKNOWN);
        assertThat(owners.find("<script>")).isEqualTo(KnownOwner.UNKNOWN);
        assertThat(owners.find(Arrays.asList("a", null, OURS.value())))
                .hasSize(2)
                .containsEntry("a", KnownOwner.UNKNOWN);
        assertThat(KnownOwner.UNKNOWN.internal()).isNull();
    }

    @Test
    void updatesInternalAccountsFromAllFacts() {
        internal.refresh();
        assertThat(internalAccounts()).containsExactly(OURS.value());
        told.clear();
        internal.refresh();
        assertThat(told).isEmpty();

        changes.add(partner("Sister", OrganizationMembership.INTERNAL, OwnerTrust.NONE, null), "lead");
        internal.refresh();
        assertThat(internalAccounts()).containsExactly(OURS.value(), PARTNER.value());
        changes.remove(PARTNER, 1, "lead");
        elsewhere.clear();
        internal.refresh();
        assertThat(internalAccounts()).isEmpty();
        assertThat(told)
                .filteredOn(OrganizationMembershipChanged.class::isInstance)
                .hasSize(2);
    }

    private static AuditEntry changed(String message) {
        return AuditEntry.by("lead", AuditAction.OWNER_CHANGED, AuditOutcome.DONE)
                .about(AuditSubject.ofOwner(PARTNER.value()))
                .withMessage(message);
    }

    private List<String> internalAccounts() {
        return jdbc.sql("select account_id from internal_account order by account_id")
                .query(String.class)
                .list();
    }

    private static OwnerDetails partner(
            String name, OrganizationMembership organizationMembership, OwnerTrust ownerTrust, @Nullable String note) {
        return new OwnerDetails(PARTNER, name, organizationMembership, ownerTrust, note);
    }
}
