package io.countersign.policy;

import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.connection.KnownMembership;
import io.countersign.owner.OrganizationMembership;
import io.countersign.owner.OwnerStanding;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The facts about an owner that count for approval rules: the current ones, and those whose replacement still waits.
 *
 * @param memberships what configuration, connections and AWS Organizations say; empty if they do not know the account
 * @param directory what the owner directory says
 */
public record OwnerFacts(Set<Optional<KnownMembership>> memberships, Set<OwnerStanding> directory) {

    public OwnerFacts {
        memberships = Set.copyOf(memberships);
        directory = Set.copyOf(directory);
    }

    /** @param counting the changes whose replaced values still count */
    public static OwnerFacts of(
            String owner,
            Optional<KnownMembership> membership,
            OwnerStanding inDirectory,
            Collection<ValueChange> counting) {
        Set<Optional<KnownMembership>> memberships = new HashSet<>(Set.of(membership));
        replaced(counting, ValueKind.MEMBERSHIP, owner)
                .map(KnownMembership::parse)
                .forEach(memberships::add);
        Set<OwnerStanding> directory = new HashSet<>(Set.of(inDirectory));
        replaced(counting, ValueKind.OWNER, owner).map(OwnerStanding::parse).forEach(directory::add);
        return new OwnerFacts(memberships, directory);
    }

    private static Stream<Optional<String>> replaced(Collection<ValueChange> counting, ValueKind kind, String subject) {
        return counting.stream()
                .filter(change -> change.kind() == kind && change.subject().equals(subject))
                .map(change -> Optional.ofNullable(change.before()));
    }

    /** The categories of all combinations: with more categories, more rules match, and the strictest counts. */
    public Set<OwnerCategory> categories() {
        Set<OwnerCategory> categories = EnumSet.noneOf(OwnerCategory.class);
        memberships.forEach(membership ->
                directory.forEach(entry -> categories.addAll(OwnerCategory.of(standing(membership, entry)))));
        return categories;
    }

    /** One lead alone maintains the directory, so it cannot make an owner internal. */
    private static OwnerStanding standing(Optional<KnownMembership> known, OwnerStanding entry) {
        OrganizationMembership inDirectory = entry.internal() ? OrganizationMembership.UNKNOWN : entry.membership();
        OrganizationMembership membership = known.map(each -> each == KnownMembership.INTERNAL
                        ? OrganizationMembership.INTERNAL
                        : OrganizationMembership.EXTERNAL)
                .orElse(inDirectory);
        return new OwnerStanding(membership, entry.trust());
    }
}
