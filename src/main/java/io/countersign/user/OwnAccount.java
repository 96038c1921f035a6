package io.countersign.user;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.identity.account.JdbcPersonRepository;
import io.countersign.identity.account.LocalPersonRepository;
import io.countersign.identity.account.StoredPerson;
import io.countersign.identity.passkey.PasskeyService;
import io.countersign.identity.session.SessionList;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The account of the user who is signed in. */
@Service
class OwnAccount {

    private final LocalPersonRepository people;
    private final JdbcPersonRepository known;
    private final PasswordCodes codes;
    private final SessionList sessions;
    private final AuditLog auditLog;
    private final PasskeyService passkeys;

    OwnAccount(
            LocalPersonRepository people,
            JdbcPersonRepository known,
            PasswordCodes codes,
            SessionList sessions,
            AuditLog auditLog,
            PasskeyService passkeys) {
        this.people = people;
        this.known = known;
        this.codes = codes;
        this.sessions = sessions;
        this.auditLog = auditLog;
        this.passkeys = passkeys;
    }

    Optional<StoredPerson> find(String name) {
        return people.find(name);
    }

    /** Returns whether the password is stored here: the configuration contains the others. */
    boolean changesPassword(String name) {
        return find(name).filter(StoredPerson::local).isPresent();
    }

    /** Returns the hash of the current password. */
    String passwordHash(String name) {
        return known.passwordHash(name).orElse("");
    }

    /**
     * Removes a passkey of the user, and ends the other sessions: one of them may have begun with it.
     *
     * @param session the key of the session that stays
     */
    @Transactional
    public void removePasskey(String name, String id, String session) {
        if (passkeys.remove(id, name)) {
            sessions.endOthers(name, session);
        }
    }

    /**
     * Sets the password, and ends the other sessions and a password code. An admin who gave the former password still
     * counts as this user until the grant is confirmed: the admin could have signed in and changed it.
     *
     * @param checked the hash of the password that was checked
     * @param session the key of the session that stays
     * @return false if the password was changed meanwhile, for example with a code
     */
    @Transactional
    public boolean setPassword(String name, String checked, String passwordHash, String session) {
        codes.lock();
        if (!passwordHash(name).equals(checked)) {
            return false;
        }
        people.setPasswordHash(name, passwordHash);
        codes.delete(name);
        sessions.endOthers(name, session);
        auditLog.append(AuditEntry.by(name, AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                .withMessage("user password " + name + ": changed by the user"));
        return true;
    }
}
