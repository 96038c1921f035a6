package io.countersign.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.connection.AccountId;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.owner.AddressBookChanges.Edit;
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

class AddressBookChangesTests {

    private static final AccountId PARTNER = new AccountId("999988887777");
    private static final AccountId OURS = new AccountId("111122223333");
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    private final List<Object> told = new ArrayList<>();
    private final Map<String, KnownAccount> elsewhere = new HashMap<>();
    private JdbcClient jdbc;
    private AddressBook book;
    private InsideAccounts inside;
    private AddressBookChanges changes;
    private Owners owners;

    @BeforeEach
    void start() {
        DataSource tables = TestDatabase.migrated();
        jdbc = JdbcClient.create(tables);
        book = new AddressBook(jdbc, () -> NOW);
        Elsewhere known = new Elsewhere(elsewhere);
        inside = new InsideAccounts(known, book, jdbc, told::add);
        changes = new AddressBookChanges(book, told::add);
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
    void keepsWhatALeadSaysAndTellsOldAndNew() {
        OwnerDetails first = partner("Cont<b>oso</b> ’25", Membership.OUTSIDE, Trust.NONE, null);
        assertThat(changes.add(first, "lead")).isTrue();
        assertThat(changes.add(first, "other")).isFalse();
        assertThat(book.find(PARTNER)).contains(new OwnerAccount(first, 1, NOW, "lead"));

        OwnerDetails second = partner("Contoso", Membership.OUTSIDE, Trust.BLOCKED, "Asked twice for everything.");
        assertThat(changes.change(second, 1, "lead")).isEqualTo(Edit.DONE);

        assertThat(book.all()).containsExactly(new OwnerAccount(second, 2, NOW, "lead"));
        assertThat(told)
                .containsExactly(
                        new OwnerChanged(
                                "lead",
                                PARTNER,
                                List.of("name: – → Cont<b>oso</b> ’25", "place: – → outside", "trust: – → none")),
                        new OwnerChanged(
                                "lead",
                                PARTNER,
                                List.of(
                                        "name: Cont<b>oso</b> ’25 → Contoso",
                                        "trust: none → blocked",
                                        "note: – → Asked twice for everything.")));
    }

    @Test
    void secondOfTwoChangesIsRefused() {
        changes.add(partner("Contoso", Membership.OUTSIDE, Trust.NONE, null), "lead");
        changes.change(partner("Contoso Ltd", Membership.OUTSIDE, Trust.NONE, null), 1, "ann");

        assertThat(changes.change(partner("Mine", Membership.INSIDE, Trust.TRUSTED, null), 1, "bob"))
                .isEqualTo(Edit.OVERTAKEN);
        assertThat(changes.remove(PARTNER, 1, "bob")).isEqualTo(Edit.OVERTAKEN);
        assertThat(owners.find(PARTNER.value()).name()).isEqualTo("Contoso Ltd");
        assertThat(changes.remove(PARTNER, 2, "bob")).isEqualTo(Edit.DONE);
        assertThat(changes.remove(PARTNER, 2, "bob")).isEqualTo(Edit.GONE);
        assertThat(changes.change(partner("Mine", Membership.INSIDE, Trust.TRUSTED, null), 2, "bob"))
                .isEqualTo(Edit.GONE);
    }

    @Test
    void nameOfTheBookWinsAndMembershipDoesNot() {
        changes.add(new OwnerDetails(OURS, "Shop", Membership.OUTSIDE, Trust.TRUSTED, "ours"), "lead");

        assertThat(owners.find(OURS.value()))
                .isEqualTo(new KnownOwner("Shop", new OwnerStanding(Membership.INSIDE, Trust.TRUSTED), "ours"));

        elsewhere.put(PARTNER.value(), new KnownAccount(PARTNER, "Contoso Partners", false));
        changes.add(partner("Contoso", Membership.INSIDE, Trust.NONE, null), "lead");
        assertThat(owners.find(PARTNER.value()).standing().inside()).isFalse();
        inside.refresh();
        assertThat(insideAccounts()).containsExactly(OURS.value());
    }

    @Test
    void strangersAreUnknownWhateverTheirIdLooksLike() {
        assertThat(owners.find((String) null)).isEqualTo(KnownOwner.NOBODY);
        assertThat(owners.find("<script>")).isEqualTo(KnownOwner.NOBODY);
        assertThat(owners.find(Arrays.asList("a", null, OURS.value())))
                .hasSize(2)
                .containsEntry("a", KnownOwner.NOBODY);
        assertThat(KnownOwner.NOBODY.inside()).isNull();
    }

    @Test
    void insideAccountsFollowTheBookAndWhatIsKnownElsewhere() {
        inside.refresh();
        assertThat(insideAccounts()).containsExactly(OURS.value());
        told.clear();
        inside.refresh();
        assertThat(told).isEmpty();

        changes.add(partner("Sister", Membership.INSIDE, Trust.NONE, null), "lead");
        inside.refresh();
        assertThat(insideAccounts()).containsExactly(OURS.value(), PARTNER.value());
        changes.remove(PARTNER, 1, "lead");
        elsewhere.clear();
        inside.refresh();
        assertThat(insideAccounts()).isEmpty();
        assertThat(told).filteredOn(OwnersMoved.class::isInstance).hasSize(2);
    }

    private List<String> insideAccounts() {
        return jdbc.sql("select account_id from inside_account order by account_id")
                .query(String.class)
                .list();
    }

    private static OwnerDetails partner(String name, Membership membership, Trust trust, @Nullable String note) {
        return new OwnerDetails(PARTNER, name, membership, trust, note);
    }
}
