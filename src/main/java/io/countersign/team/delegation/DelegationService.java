package io.countersign.team.delegation;

import io.countersign.audit.AuditLog;
import io.countersign.identity.InvitationAccessDeniedException;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.team.Delegation;
import io.countersign.team.DelegationRequest;
import io.countersign.team.TeamAuditEntries;
import io.countersign.team.persistence.DelegationRepository;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, accepts and ends delegations. A change and its audit entry are stored together or not at all. */
@Service
public class DelegationService {

    private final DelegationRepository delegationRepository;
    private final PersonRepository personRepository;
    private final AuditLog auditLog;
    private final InstantSource clock;
    private final MessageSourceAccessor messages;

    DelegationService(
            DelegationRepository delegationRepository,
            PersonRepository personRepository,
            AuditLog auditLog,
            InstantSource clock,
            MessageSource messages) {
        this.delegationRepository = delegationRepository;
        this.personRepository = personRepository;
        this.auditLog = auditLog;
        this.clock = clock;
        this.messages = new MessageSourceAccessor(messages);
    }

    /**
     * Locks the user's row, so that two simultaneous requests are stored one after the other.
     *
     * @return an overlapping delegation; empty if the new one was stored
     */
    @Transactional
    public Optional<Delegation> give(DelegationRequest typed) {
        personRepository.holdAlone(typed.person());
        DelegationRequest request = typed.withDelegate(
                personRepository.findTyped(typed.delegate()).map(Person::name).orElseThrow());
        Optional<Delegation> before = delegationRepository.overlapping(request);
        if (before.isEmpty()) {
            Delegation given = delegationRepository.add(request, clock.instant());
            auditLog.append(TeamAuditEntries.delegation(given, request.person(), "not accepted yet"));
        }
        return before;
    }

    /**
     * @param today the day in UTC
     * @return false if it was already accepted, ended or over
     * @throws InvitationAccessDeniedException if the user is not the delegate
     */
    @Transactional
    public boolean accept(Delegation delegation, String by, LocalDate today) {
        requireParty(delegation.delegate().equals(by), "team.delegation.not-delegate");
        boolean accepted = delegationRepository.accept(delegation.id(), today, clock.instant());
        if (accepted) {
            auditLog.append(TeamAuditEntries.delegation(delegation, by, "accepted"));
        }
        return accepted;
    }

    /**
     * Ends a delegation; the delegate declines one that is not accepted. Locks the delegate's row, so that a concurrent
     * decision either commits first or sees the end of the delegation.
     *
     * @param admin whether the user may also end delegations between others
     * @return false if it was already ended
     * @throws InvitationAccessDeniedException if the user may not end it
     */
    @Transactional
    public boolean end(Delegation delegation, String by, boolean admin) {
        requireParty(admin || delegation.concerns(by), "team.delegation.not-yours");
        personRepository.holdAlone(delegation.delegate());
        if (!delegationRepository.end(delegation.id(), by, clock.instant())) {
            return false;
        }
        Delegation ended = delegationRepository.find(delegation.id()).orElseThrow();
        auditLog.append(TeamAuditEntries.delegation(ended, by, endOf(ended)));
        return true;
    }

    private static String endOf(Delegation ended) {
        return switch (ended.on(ended.from())) {
            case DECLINED -> "declined";
            case CANCELED -> "canceled before it took effect";
            default -> "ended early";
        };
    }

    private void requireParty(boolean party, String message) {
        if (!party) {
            throw new InvitationAccessDeniedException(messages.getMessage(message));
        }
    }
}
