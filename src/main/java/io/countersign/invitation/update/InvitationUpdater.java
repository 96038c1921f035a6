package io.countersign.invitation.update;

import io.countersign.audit.AuditLog;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationAuditEntries;
import io.countersign.invitation.InvitationChanged;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRemoved;
import io.countersign.invitation.RemovalReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Updates the queue with the result of a poll. */
@Component
public class InvitationUpdater {

    private final InvitationUpdateRepository rows;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;

    InvitationUpdater(InvitationUpdateRepository rows, AuditLog auditLog, ApplicationEventPublisher events) {
        this.rows = rows;
        this.auditLog = auditLog;
        this.events = events;
    }

    /** Returns the pending invitations of a source that a complete poll did not list and may close. */
    public List<Invitation> missing(Source source, List<ListedInvitation> seen) {
        Set<InvitationId> ids = new HashSet<>();
        seen.forEach(listed -> ids.add(listed.id()));
        return rows.pending(source).stream()
                .filter(invitation -> !ids.contains(invitation.id()))
                .filter(invitation -> !invitation.reserved())
                .toList();
    }

    /**
     * Stores and audits the changes. Must run inside a transaction, so that a poll result is stored completely or not at
     * all.
     *
     * @return whether the poll found any change
     */
    public boolean store(PollResult pollResult) {
        Map<InvitationId, Invitation> pending =
                rows.pending(pollResult).stream().collect(Collectors.toMap(Invitation::id, Function.identity()));
        boolean changed = false;
        List<InvitationId> unchanged = new ArrayList<>();
        for (ListedInvitation listed : pollResult.seen()) {
            Invitation before = pending.get(listed.id());
            if (before == null) {
                changed |= addOrReopen(pollResult, listed);
            } else if (before.listed().equals(listed)) {
                unchanged.add(listed.id());
            } else {
                changed |= change(pollResult, before, listed);
            }
        }
        rows.unchanged(pollResult, unchanged);
        for (Map.Entry<InvitationId, RemovalReason> missing :
                pollResult.missing().entrySet()) {
            Invitation before = pending.get(missing.getKey());
            changed |= before != null && remove(pollResult, before, missing.getValue());
        }
        return changed;
    }

    private boolean addOrReopen(PollResult pollResult, ListedInvitation listed) {
        Optional<Invitation> before = rows.find(listed.id());
        if (rows.firstSeen(pollResult, listed)) {
            auditLog.append(InvitationAuditEntries.discovered(pollResult.source(), listed));
            return true;
        }
        if (rows.seenAgain(pollResult, listed)) {
            before.ifPresent(known -> storeVersion(known, listed));
            auditLog.append(InvitationAuditEntries.reappeared(pollResult.source(), listed));
            return true;
        }
        refuseOtherSource(pollResult.source(), listed.id());
        return false;
    }

    private boolean change(PollResult pollResult, Invitation before, ListedInvitation after) {
        boolean changed = rows.seenAgain(pollResult, after);
        if (changed) {
            storeVersion(before, after);
            auditLog.append(InvitationAuditEntries.changed(before, after));
            events.publishEvent(new InvitationChanged(before.source(), after));
        }
        return changed;
    }

    private boolean remove(PollResult pollResult, Invitation before, RemovalReason removalReason) {
        boolean removed = rows.gone(pollResult, before.id(), removalReason);
        if (removed) {
            auditLog.append(InvitationAuditEntries.removed(before, removalReason));
            events.publishEvent(new InvitationRemoved(before));
        }
        return removed;
    }

    private void storeVersion(Invitation before, ListedInvitation now) {
        if (!InvitationFingerprint.of(before.listed()).equals(InvitationFingerprint.of(now))) {
            rows.storeVersion(before);
        }
    }

    /** Refuses one id in two sources, because both sources would overwrite the same row. */
    private void refuseOtherSource(Source source, InvitationId id) {
        rows.find(id)
                .map(Invitation::source)
                .filter(owner -> !owner.equals(source))
                .ifPresent(owner -> {
                    throw new DuplicateKeyException(
                            "invitation " + id + " is listed in " + source + " and was seen in " + owner);
                });
    }
}
