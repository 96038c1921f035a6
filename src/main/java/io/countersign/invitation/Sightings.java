package io.countersign.invitation;

import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
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

/** Brings the queue up to what a read of a source saw. */
@Component
public class Sightings {

    private final SightingRows rows;

    Sightings(SightingRows rows) {
        this.rows = rows;
    }

    /** The pending invitations of a source that a complete read did not see and may conclude something about. */
    public List<Invitation> missing(Source source, List<ListedInvitation> seen) {
        Set<InvitationId> ids = new HashSet<>();
        seen.forEach(listed -> ids.add(listed.id()));
        return rows.pending(source).stream()
                .filter(invitation -> !ids.contains(invitation.id()))
                .filter(invitation -> !invitation.reserved())
                .toList();
    }

    /** Call it inside a transaction: a reading is stored whole or not at all. */
    public Findings store(Reading reading) {
        Source source = reading.source();
        Map<InvitationId, Invitation> pending =
                rows.pending(reading).stream().collect(Collectors.toMap(Invitation::id, Function.identity()));
        Findings findings = new Findings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<InvitationId> unchanged = new ArrayList<>();
        for (ListedInvitation listed : reading.seen()) {
            Invitation before = pending.get(listed.id());
            if (before == null) {
                addOrReopen(reading, listed, findings);
            } else if (before.listed().equals(listed)) {
                unchanged.add(listed.id());
            } else if (rows.seenAgain(reading, listed)) {
                keepPast(before, listed);
                findings.changed().add(new InvitationChanged(source, before.listed(), listed));
            }
        }
        rows.unchanged(reading, unchanged);
        reading.missing().forEach((id, conclusion) -> {
            Invitation before = pending.get(id);
            if (before != null && rows.gone(reading, id, conclusion)) {
                findings.gone().add(new InvitationGone(source, before.listed(), conclusion));
            }
        });
        return findings;
    }

    private void addOrReopen(Reading reading, ListedInvitation listed, Findings findings) {
        Optional<Invitation> before = rows.find(listed.id());
        if (rows.firstSeen(reading, listed)) {
            findings.added().add(listed);
        } else if (rows.seenAgain(reading, listed)) {
            before.ifPresent(known -> keepPast(known, listed));
            findings.back().add(new InvitationBack(reading.source(), listed));
        } else {
            refuseForeign(reading.source(), listed.id());
        }
    }

    private void keepPast(Invitation before, ListedInvitation now) {
        if (!Fingerprint.of(before.listed()).equals(Fingerprint.of(now))) {
            rows.keepPast(before);
        }
    }

    /** One id in two places would make two queues' items one: better a read that fails aloud. */
    private void refuseForeign(Source source, InvitationId id) {
        rows.find(id)
                .map(Invitation::source)
                .filter(owner -> !owner.equals(source))
                .ifPresent(owner -> {
                    throw new DuplicateKeyException(
                            "invitation " + id + " is listed in " + source + " and was seen in " + owner);
                });
    }
}
