package io.countersign.invitation.update;

import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationChanged;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationReappeared;
import io.countersign.invitation.InvitationRemoved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Updates the queue with the result of a poll. */
@Component
public class InvitationUpdater {

    private final InvitationUpdateRepository rows;

    public InvitationUpdater(InvitationUpdateRepository rows) {
        this.rows = rows;
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

    /** Must run inside a transaction, so that a poll result is stored completely or not at all. */
    public PollChanges store(PollResult pollResult) {
        Source source = pollResult.source();
        Map<InvitationId, Invitation> pending =
                rows.pending(pollResult).stream().collect(Collectors.toMap(Invitation::id, Function.identity()));
        PollChanges pollChanges =
                new PollChanges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<InvitationId> unchanged = new ArrayList<>();
        for (ListedInvitation listed : pollResult.seen()) {
            Invitation before = pending.get(listed.id());
            if (before == null) {
                addOrReopen(pollResult, listed, pollChanges);
            } else if (before.listed().equals(listed)) {
                unchanged.add(listed.id());
            } else if (rows.seenAgain(pollResult, listed)) {
                storeVersion(before, listed);
                pollChanges.changed().add(new InvitationChanged(source, before.listed(), listed));
            }
        }
        rows.unchanged(pollResult, unchanged);
        pollResult.missing().forEach((id, removalReason) -> {
            Invitation before = pending.get(id);
            if (before != null && rows.gone(pollResult, id, removalReason)) {
                pollChanges.gone().add(new InvitationRemoved(source, before.listed(), removalReason));
            }
        });
        return pollChanges;
    }

    private void addOrReopen(PollResult pollResult, ListedInvitation listed, PollChanges pollChanges) {
        Optional<Invitation> before = rows.find(listed.id());
        if (rows.firstSeen(pollResult, listed)) {
            pollChanges.added().add(listed);
        } else if (rows.seenAgain(pollResult, listed)) {
            before.ifPresent(known -> storeVersion(known, listed));
            pollChanges.back().add(new InvitationReappeared(pollResult.source(), listed));
        } else {
            refuseOtherSource(pollResult.source(), listed.id());
        }
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
