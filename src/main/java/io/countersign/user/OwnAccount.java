package io.countersign.user;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.identity.account.LocalPersonRepository;
import io.countersign.identity.account.StoredPerson;
import io.countersign.identity.session.SessionList;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The account of the user who is signed in. */
@Service
class OwnAccount {

    private final LocalPersonRepository people;
    private final PasswordCodes codes;
    private final SessionList sessions;
    private final AuditLog auditLog;

    OwnAccount(LocalPersonRepository people, PasswordCodes codes, SessionList sessions, AuditLog auditLog) {
        this.people = people;
        this.codes = codes;
        this.sessions = sessions;
        this.auditLog = auditLog;
    }

    Optional<StoredPerson> find(String name) {
        return people.find(name);
    }

    /** Returns whether the password is stored here: the configuration contains the others. */
    boolean changesPassword(String name) {
        return find(name).filter(StoredPerson::local).isPresent();
    }

    /**
     * Sets the password, and ends the other sessions and a password code. An admin who gave the former password still
     * counts as this user until the grant is confirmed: the admin could have signed in and changed it.
     *
     * @param session the key of the session that stays
     */
    @Transactional
    public void setPassword(String name, String passwordHash, String session) {
        codes.lock();
        people.setPasswordHash(name, passwordHash);
        codes.delete(name);
        sessions.endOthers(name, session);
        auditLog.append(AuditEntry.by(name, AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                .withMessage("user password " + name + ": changed by the user"));
    }
}
