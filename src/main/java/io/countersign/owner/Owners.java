package io.countersign.owner;

import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.connection.KnownMembership;
import io.countersign.owner.OwnerAccount.OwnerDetails;
import io.countersign.owner.OwnerRepository.StoredOwner;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the known facts about owners. A name in the owner directory takes precedence, because a lead chose it.
 * Membership in the organization comes first from the connections, AWS Organizations and the configuration: approval
 * rules depend on it, so an entry in the directory must not make an external account internal.
 */
@Component
public class Owners {

    /** SQL that holds if the owner in the given column is named and new. */
    public static final String IS_NEW =
            "(%1$s is not null and not exists (select 1 from decided_owner where decided_owner.owner = %1$s))";

    private final OwnerRepository directory;
    private final KnownAccounts knownAccounts;

    Owners(OwnerRepository directory, KnownAccounts knownAccounts) {
        this.directory = directory;
        this.knownAccounts = knownAccounts;
    }

    /** @param owner an account id as AWS gave it, possibly malformed; null if AWS gave none */
    public KnownOwner find(@Nullable String owner) {
        return owner == null
                ? KnownOwner.UNKNOWN
                : Objects.requireNonNull(find(List.of(owner)).get(owner));
    }

    /** The standing in the owner directory alone, for rules that combine it with other facts. */
    public OwnerStanding inDirectory(String owner) {
        OwnerDetails listed = Objects.requireNonNull(
                        directory.find(List.of(owner)).get(owner))
                .details();
        return listed == null ? OwnerStanding.UNKNOWN : listed.standing();
    }

    /** Finds all owners together; the result contains every requested owner. */
    public Map<String, KnownOwner> find(Collection<@Nullable String> owners) {
        Set<String> requested = owners.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, StoredOwner> stored = directory.find(requested);
        Map<String, KnownOwner> found = new HashMap<>();
        requested.forEach(
                owner -> found.put(owner, known(knownAccounts.find(owner), Objects.requireNonNull(stored.get(owner)))));
        return found;
    }

    /** Returns the standing of all owners in the directory, by account ID. */
    public Map<String, OwnerStanding> directory() {
        return directory.all().stream()
                .collect(Collectors.toMap(
                        each -> each.account().value(), each -> each.details().standing()));
    }

    /** Returns all owners of which a name or the membership is known, by account ID. */
    public Map<String, KnownOwner> known() {
        Set<String> listed = Stream.concat(
                        directory().keySet().stream(),
                        knownAccounts.knownAccounts().stream()
                                .map(each -> each.account().value()))
                .collect(Collectors.toSet());
        return find(listed);
    }

    /** Returns the account IDs of all owners that are known to be external. */
    public Set<String> external() {
        return known().entrySet().stream()
                .filter(each -> Boolean.FALSE.equals(each.getValue().internal()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Records that an invitation of the owner was accepted or rejected here. */
    public void markDecided(String owner) {
        directory.markDecided(owner);
    }

    private static KnownOwner known(Optional<KnownAccount> account, StoredOwner stored) {
        OwnerDetails listed = stored.details();
        OrganizationMembership organizationMembership = account.flatMap(KnownAccount::membership)
                .map(known -> known == KnownMembership.INTERNAL
                        ? OrganizationMembership.INTERNAL
                        : OrganizationMembership.EXTERNAL)
                .orElse(listed == null ? OrganizationMembership.UNKNOWN : listed.membership());
        return new KnownOwner(
                listed == null ? account.map(KnownAccount::name).orElse(null) : listed.name(),
                new OwnerStanding(organizationMembership, listed == null ? OwnerTrust.NONE : listed.trust()),
                listed == null ? null : listed.note(),
                listed != null,
                stored.decided());
    }
}
