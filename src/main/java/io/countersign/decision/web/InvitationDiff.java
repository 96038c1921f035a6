package io.countersign.decision.web;

import io.countersign.connection.ListedInvitation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The differences between an invitation and what a user saw.
 *
 * @param rows the differences; empty if the version that the user saw is no longer known
 */
record InvitationDiff(List<Row> rows) {

    /** @param fact the name of the fact; its message key is {@code decision.fact.<fact>} */
    record Row(
            String fact, @Nullable String before, @Nullable String now) {}

    static InvitationDiff unknown() {
        return new InvitationDiff(List.of());
    }

    static InvitationDiff between(ListedInvitation before, ListedInvitation now) {
        List<Row> rows = new ArrayList<>();
        add(rows, "permission", before.permission(), now.permission());
        add(rows, "owner", before.sharedBy(), now.sharedBy());
        add(rows, "recipient", before.sharedWith(), now.sharedWith());
        add(rows, "type", before.type(), now.type());
        add(rows, "resource", before.resourceId(), now.resourceId());
        return new InvitationDiff(rows);
    }

    private static void add(List<Row> rows, String fact, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            rows.add(new Row(fact, text(before), text(now)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
