package io.countersign.invitation.queue;

import io.countersign.invitation.CappedCount;
import java.util.List;

/**
 * The pending invitations of a scope in short, regardless of the filter.
 *
 * @param urgent the number of those that expire within a day
 * @param types the resource types of all scopes
 * @param owners the owners of those that expire first, up to the limit of counting
 * @param accounts the recipient accounts of the same
 */
public record PendingSummary(
        CappedCount waiting, CappedCount urgent, List<String> types, List<String> owners, List<String> accounts) {}
