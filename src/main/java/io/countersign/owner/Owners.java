package io.countersign.owner;

import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.owner.OwnerAccount.OwnerDetails;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Everything known of owners. A name in the address book wins, because a lead chose it for people. Whether an account is
 * inside the organization is taken from the connections, AWS Organizations and the configuration first: rules rest on it, and
 * no entry in a book may talk a stranger into the house.
 */
@Component
public class Owners {

    private final OwnerRepository book;
    private final KnownAccounts knownAccounts;

    Owners(OwnerRepository book, KnownAccounts knownAccounts) {
        this.book = book;
        this.knownAccounts = knownAccounts;
    }

    /** @param owner an account id as AWS gave it, which need not be well-formed; null where AWS gave none */
    public KnownOwner find(@Nullable String owner) {
        return owner == null
                ? KnownOwner.NOBODY
                : Objects.requireNonNull(find(List.of(owner)).get(owner));
    }

    /** In one query; every owner asked for is in the answer. */
    public Map<String, KnownOwner> find(Collection<@Nullable String> owners) {
        Set<String> asked = owners.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, OwnerDetails> booked = book.find(asked);
        Map<String, KnownOwner> found = new HashMap<>();
        asked.forEach(owner -> found.put(owner, known(knownAccounts.find(owner), booked.get(owner))));
        return found;
    }

    private static KnownOwner known(Optional<KnownAccount> elsewhere, @Nullable OwnerDetails booked) {
        OrganizationMembership organizationMembership = elsewhere
                .map(account ->
                        account.insideOrganization() ? OrganizationMembership.INSIDE : OrganizationMembership.OUTSIDE)
                .orElse(booked == null ? OrganizationMembership.UNKNOWN : booked.membership());
        return new KnownOwner(
                booked == null ? elsewhere.map(KnownAccount::name).orElse(null) : booked.name(),
                new OwnerStanding(organizationMembership, booked == null ? OwnerTrust.NONE : booked.trust()),
                booked == null ? null : booked.note());
    }
}
