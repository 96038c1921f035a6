package io.countersign.owner;

import io.countersign.connection.AccountId;
import io.countersign.http.PageReads;
import io.countersign.owner.OwnerAccount.OwnerDetails;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the owner directory and the owners with decided invitations. */
@Repository
class OwnerRepository {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    OwnerRepository(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All accounts, sorted by name. */
    List<OwnerAccount> all() {
        return jdbc.sql("select * from owner_account order by lower(name), account_id")
                .query(OwnerRepository::row)
                .list();
    }

    Optional<OwnerAccount> find(AccountId account) {
        return find(account, "");
    }

    /** As {@link #find(AccountId)}, and locks the row until the end of the transaction. */
    Optional<OwnerAccount> findAndHold(AccountId account) {
        return find(account, " for update");
    }

    private Optional<OwnerAccount> find(AccountId account, String lock) {
        return jdbc.sql("select * from owner_account where account_id = :account" + lock)
                .param("account", account.value())
                .query(OwnerRepository::row)
                .optional();
    }

    /**
     * What is stored about an owner.
     *
     * @param details null if the directory does not contain the owner
     * @param decided whether an invitation of the owner was decided
     */
    record StoredOwner(@Nullable OwnerDetails details, boolean decided) {}

    /** Returns every given owner by account id; the argument may contain malformed ids. */
    Map<String, StoredOwner> find(Collection<String> owners) {
        Map<String, StoredOwner> found = PageReads.once(OwnerRepository.class, HashMap::new);
        String[] missing =
                owners.stream().filter(owner -> !found.containsKey(owner)).toArray(String[]::new);
        if (missing.length > 0) {
            jdbc.sql("""
                            select asked.owner, a.*, decided_owner.owner is not null as decided
                            from unnest(cast(:owners as varchar array)) as asked (owner)
                            left join owner_account a on a.account_id = asked.owner
                            left join decided_owner on decided_owner.owner = asked.owner""").param("owners", missing).query(row -> {
                OwnerDetails details = row.getString("account_id") == null ? null : details(row);
                found.put(row.getString("owner"), new StoredOwner(details, row.getBoolean("decided")));
            });
        }
        return found;
    }

    void markDecided(String owner) {
        jdbc.sql("insert into decided_owner (owner) values (:owner) on conflict do nothing")
                .param("owner", owner)
                .update();
    }

    /** Returns false if the directory already contains the account. */
    boolean add(OwnerDetails details, String person) {
        return jdbc.sql("""
                        insert into owner_account (account_id, name, membership, trust, note, version, changed_at, changed_by)
                        values (:account, :name, :membership, :trust, :note, 1, :at, :by)
                        on conflict do nothing""").params(values(details, person)).update() == 1;
    }

    void change(OwnerDetails details, String person) {
        jdbc.sql("""
                        update owner_account set name = :name, membership = :membership, trust = :trust, note = :note,
                            version = version + 1, changed_at = :at, changed_by = :by
                        where account_id = :account""").params(values(details, person)).update();
    }

    void remove(AccountId account) {
        jdbc.sql("delete from owner_account where account_id = :account")
                .param("account", account.value())
                .update();
    }

    private Map<String, @Nullable Object> values(OwnerDetails details, String person) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("account", details.account().value());
        values.put("name", details.name());
        values.put("membership", details.membership().name());
        values.put("trust", details.trust().name());
        values.put("note", details.note());
        values.put("at", clock.instant().atOffset(ZoneOffset.UTC));
        values.put("by", person);
        return values;
    }

    private static OwnerAccount row(ResultSet row, int number) throws SQLException {
        return new OwnerAccount(
                details(row),
                row.getInt("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }

    private static OwnerDetails details(ResultSet row) throws SQLException {
        return new OwnerDetails(
                new AccountId(row.getString("account_id")),
                row.getString("name"),
                OrganizationMembership.valueOf(row.getString("membership")),
                OwnerTrust.valueOf(row.getString("trust")),
                row.getString("note"));
    }
}
