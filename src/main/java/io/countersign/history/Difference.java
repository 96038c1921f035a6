package io.countersign.history;

import io.countersign.connection.ListedInvitation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What changed in an invitation, old and new: {@code PermissionType: READONLY -> CONTRIBUTOR}. */
final class Difference {

    private final List<String> changes = new ArrayList<>();

    private Difference() {}

    static String between(ListedInvitation before, ListedInvitation after) {
        Difference difference = new Difference();
        difference.add("PermissionType", before.permission(), after.permission());
        difference.add("name", before.resourceName(), after.resourceName());
        difference.add("SharedWith", before.sharedWith(), after.sharedWith());
        difference.add("SharedBy", before.sharedBy(), after.sharedBy());
        difference.add("ShareResourceType", before.type(), after.type());
        difference.add("resource", before.resourceId(), after.resourceId());
        return String.join("; ", difference.changes);
    }

    private void add(String member, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(member + ": " + said(before) + " -> " + said(after));
        }
    }

    private static String said(@Nullable Object value) {
        return value == null ? "not given" : value.toString();
    }
}
