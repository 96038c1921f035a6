package io.countersign.team;

import io.countersign.identity.NotYours;
import io.countersign.identity.People;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about delegations. Each change and the entry that tells of it are stored together or not at all. */
@Service
class DelegationChanges {

    private final Delegations delegations;
    private final People people;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final MessageSourceAccessor messages;

    DelegationChanges(
            Delegations delegations,
            People people,
            ApplicationEventPublisher events,
            InstantSource clock,
            MessageSource messages) {
        this.delegations = delegations;
        this.people = people;
        this.events = events;
        this.clock = clock;
        this.messages = new MessageSourceAccessor(messages);
    }

    /**
     * Of two at the same moment the second sees the first, because both hold the person.
     *
     * @return the one that is in the way; empty where it is stored
     */
    @Transactional
    public Optional<Delegation> give(NewDelegation wish) {
        people.holdAlone(wish.person());
        Optional<Delegation> before = delegations.overlapping(wish);
        if (before.isEmpty()) {
            events.publishEvent(new DelegationChanged(delegations.add(wish, clock.instant()), wish.person()));
        }
        return before;
    }

    /**
     * Holds the delegate: a decision that is being stored ends before, or sees that it is over.
     *
     * @param admin whether the person may end those of others too
     * @return false if it was ended before
     * @throws NotYours if it is between others
     */
    @Transactional
    public boolean end(Delegation delegation, String by, boolean admin) {
        if (!admin && !delegation.concerns(by)) {
            throw new NotYours(messages.getMessage("team.delegation.not-yours"));
        }
        people.holdAlone(delegation.delegate());
        if (!delegations.end(delegation.id(), by, clock.instant())) {
            return false;
        }
        events.publishEvent(
                new DelegationChanged(delegations.find(delegation.id()).orElseThrow(), by));
        return true;
    }
}
