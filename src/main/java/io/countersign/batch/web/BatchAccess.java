package io.countersign.batch.web;

import io.countersign.batch.Batch;
import io.countersign.batch.persistence.BatchRepository;
import io.countersign.identity.InvitationAccessDeniedException;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.Role;
import io.countersign.team.access.ReviewerAccess;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Finds bulk decisions that a user may see or stop: their own, and started ones. Auditors and admins see all of those,
 * and leads those of their teammates with an invitation that the lead sees. Admins and leads can stop what they see.
 */
@Component
class BatchAccess {

    private final BatchRepository batchRepository;
    private final PersonRepository personRepository;
    private final ReviewerAccess reviewerAccess;
    private final MessageSourceAccessor messages;

    BatchAccess(
            BatchRepository batchRepository,
            PersonRepository personRepository,
            ReviewerAccess reviewerAccess,
            MessageSource messages) {
        this.batchRepository = batchRepository;
        this.personRepository = personRepository;
        this.reviewerAccess = reviewerAccess;
        this.messages = new MessageSourceAccessor(messages);
    }

    /** @throws InvitationAccessDeniedException if the user may not see the bulk decision */
    Batch visible(long id, String person) {
        Batch batch = find(id);
        boolean own = batch.person().equals(person);
        return permitted(batch, own || oversees(batch, person));
    }

    /** @throws InvitationAccessDeniedException if the user may not stop the bulk decision */
    Batch stoppable(long id, String person) {
        Batch batch = find(id);
        return permitted(batch, mayStop(batch, person));
    }

    boolean mayStop(Batch batch, String person) {
        boolean intervenes = has(person, Role.LEAD) || has(person, Role.ADMIN);
        return batch.person().equals(person) || intervenes && oversees(batch, person);
    }

    /** @throws InvitationAccessDeniedException if the bulk decision belongs to another user */
    Batch own(long id, String person) {
        Batch batch = find(id);
        return permitted(batch, batch.person().equals(person));
    }

    /** Returns the users whose started bulk decisions a user sees; empty for all users. */
    Optional<Set<String>> starters(String person) {
        if (personRepository.find(person).filter(Person::seesAll).isPresent()) {
            return Optional.empty();
        }
        return has(person, Role.LEAD) ? reviewerAccess.teammates(person) : Optional.of(Set.of(person));
    }

    /** A teammate may share only one of the starter's teams, and the bulk decision may concern the others. */
    private boolean oversees(Batch batch, String person) {
        return !batch.draft()
                && starters(person)
                        .map(names -> names.contains(batch.person())
                                && batchRepository.seen(batch.id(), reviewerAccess.scope(person)))
                        .orElse(true);
    }

    private boolean has(String person, Role role) {
        return personRepository
                .find(person)
                .filter(found -> found.enabled() && found.roles().contains(role))
                .isPresent();
    }

    private Batch permitted(Batch batch, boolean allowed) {
        if (!allowed) {
            throw new InvitationAccessDeniedException(messages.getMessage("batch.not-yours"));
        }
        return batch;
    }

    private Batch find(long id) {
        return batchRepository
                .find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "This bulk decision does not exist."));
    }
}
