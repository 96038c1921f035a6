package io.countersign.batch.web;

import io.countersign.batch.Batch;
import io.countersign.batch.persistence.BatchRepository;
import io.countersign.identity.InvitationAccessDeniedException;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds bulk decisions that a user may see: their own, and started ones for users who see everything. */
@Component
class BatchAccess {

    private final BatchRepository batchRepository;
    private final PersonRepository personRepository;
    private final MessageSourceAccessor messages;

    BatchAccess(BatchRepository batchRepository, PersonRepository personRepository, MessageSource messages) {
        this.batchRepository = batchRepository;
        this.personRepository = personRepository;
        this.messages = new MessageSourceAccessor(messages);
    }

    /** @throws InvitationAccessDeniedException if the user may not see the bulk decision */
    Batch visible(long id, String person) {
        Batch batch = find(id);
        boolean own = batch.person().equals(person);
        if (!own && (batch.draft() || !seesAll(person))) {
            throw new InvitationAccessDeniedException(messages.getMessage("batch.not-yours"));
        }
        return batch;
    }

    /** @throws InvitationAccessDeniedException if the bulk decision belongs to another user */
    Batch own(long id, String person) {
        Batch batch = find(id);
        if (!batch.person().equals(person)) {
            throw new InvitationAccessDeniedException(messages.getMessage("batch.not-yours"));
        }
        return batch;
    }

    boolean seesAll(String person) {
        return personRepository.find(person).filter(Person::seesAll).isPresent();
    }

    private Batch find(long id) {
        return batchRepository
                .find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "This bulk decision does not exist."));
    }
}
