package io.countersign.batch.web;

import io.countersign.invitation.view.InvitationView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The risk of a draft, in counts of its rows.
 *
 * @param perResource the number of rows of each resource
 * @param groups the rows by membership of their owners and by permission; the counts of each group add up to all rows
 * @param fromNewOwners the number of rows whose owners are new
 * @param newOwners the number of these owners
 */
record DraftRisk(
        int invitations,
        Map<List<String>, Long> perResource,
        List<List<Count>> groups,
        long fromNewOwners,
        long newOwners) {

    /** The number of rows that a message names. */
    record Count(String key, long rows) {}

    private static final List<String> MEMBERSHIPS = List.of("internal", "external", "unknown");
    private static final List<String> PERMISSIONS = List.of("READONLY", "CONTRIBUTOR", "other", "none");

    static DraftRisk of(Collection<InvitationView> items) {
        List<InvitationView> fromNew =
                items.stream().filter(item -> item.owner().firstContact()).toList();
        return new DraftRisk(
                items.size(),
                rows(items, DraftRisk::resource),
                List.of(
                        counts(items, MEMBERSHIPS, DraftRisk::membership),
                        counts(items, PERMISSIONS, DraftRisk::permission)),
                fromNew.size(),
                fromNew.stream().map(item -> item.owner().id()).distinct().count());
    }

    public int resources() {
        return perResource.size();
    }

    /** Returns the number of rows for the resource of the item. */
    public long together(InvitationView item) {
        return perResource.getOrDefault(resource(item), 1L);
    }

    /** Returns whether the user selects the item, because its owner is external or it allows more than reading. */
    static boolean reviewedAlone(InvitationView item) {
        return membership(item).equals("external")
                || List.of("CONTRIBUTOR", "other").contains(permission(item));
    }

    /** Returns what invitations for the same resource have in common. */
    private static List<String> resource(InvitationView item) {
        String owner = item.owner().id();
        String id = item.resource().id();
        return owner == null || id == null ? List.of(item.id()) : List.of(owner, id);
    }

    private static String membership(InvitationView item) {
        Boolean internal = item.owner().internal();
        return internal == null ? "unknown" : internal ? "internal" : "external";
    }

    private static String permission(InvitationView item) {
        String permission = item.permission();
        return permission == null ? "none" : PERMISSIONS.contains(permission) ? permission : "other";
    }

    private static List<Count> counts(
            Collection<InvitationView> items, List<String> keys, Function<InvitationView, String> key) {
        Map<String, Long> rows = rows(items, key);
        return keys.stream()
                .filter(rows::containsKey)
                .map(each -> new Count("batch.risk." + each, rows.getOrDefault(each, 0L)))
                .toList();
    }

    private static <K> Map<K, Long> rows(Collection<InvitationView> items, Function<InvitationView, K> key) {
        return items.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }
}
