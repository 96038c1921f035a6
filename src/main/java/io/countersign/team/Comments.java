package io.countersign.team;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.Invitation;
import io.countersign.team.TurnMoved.Move;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say about an invitation. Whoever is named has it among their turns until they saw it. */
@Service
class Comments {

    private final Admission admission;
    private final Colleagues colleagues;
    private final Remarks remarks;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Comments(
            Admission admission,
            Colleagues colleagues,
            Remarks remarks,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.admission = admission;
        this.colleagues = colleagues;
        this.remarks = remarks;
        this.events = events;
        this.clock = clock;
    }

    /** @throws io.countersign.identity.NotYours if others decide it */
    void admit(InvitationId id, String person) {
        admission.admit(id, person);
    }

    /**
     * Who was named.
     *
     * @param unknown what was written like a name, and is nobody's who decides the invitation
     */
    record Named(List<String> people, List<String> unknown) {}

    @Transactional
    public Named say(InvitationId id, String person, String words) {
        Invitation invitation = admission.admit(id, person).invitation();
        Set<String> known = colleagues.of(invitation.source()).keySet();
        List<String> named = Mentions.in(words, known).stream()
                .filter(each -> !each.equals(person))
                .toList();
        remarks.add(id, new Comment(person, words, clock.instant()), named);
        remarks.seen(id, person);
        events.publishEvent(new TurnMoved(
                invitation.source(),
                invitation.listed(),
                person,
                Move.COMMENT,
                named.isEmpty() ? null : "to " + String.join(", ", named),
                words));
        return new Named(named, List.copyOf(Mentions.unknown(words, known)));
    }

    @Transactional
    public void seen(InvitationId id, String person) {
        admission.admit(id, person);
        remarks.seen(id, person);
    }
}
