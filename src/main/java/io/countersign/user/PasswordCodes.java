package io.countersign.user;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.chain.Hashes;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueKind;
import io.countersign.identity.RandomToken;
import io.countersign.identity.account.JdbcPersonRepository;
import io.countersign.identity.account.LocalPersonRepository;
import io.countersign.identity.session.SessionList;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one-time codes with which users set their first password or a new one. The admin who creates a code could use it,
 * so the password counts as given by this admin.
 */
@Service
class PasswordCodes {

    private final PasswordCodeRepository stored;
    private final LocalPersonRepository people;
    private final JdbcPersonRepository known;
    private final SessionList sessions;
    private final EffectiveValues effective;
    private final AuditLog auditLog;

    PasswordCodes(
            PasswordCodeRepository stored,
            LocalPersonRepository people,
            JdbcPersonRepository known,
            SessionList sessions,
            EffectiveValues effective,
            AuditLog auditLog) {
        this.stored = stored;
        this.people = people;
        this.known = known;
        this.sessions = sessions;
        this.effective = effective;
        this.auditLog = auditLog;
    }

    void lock() {
        stored.lock();
    }

    /** Returns the token of a new code; the former code of the user is no longer valid. */
    String create(String name, String by) {
        String token = RandomToken.next();
        stored.replace(name, token, by);
        return token;
    }

    void delete(String name) {
        stored.delete(name);
    }

    /** Returns whose password the code sets; empty if it is unknown, used or too old, or the user is disabled. */
    Optional<String> person(String token) {
        return find(token).map(PasswordCode::person);
    }

    /** Returns the users who have a code that they can still use. */
    Set<String> people() {
        return stored.people();
    }

    private Optional<PasswordCode> find(String token) {
        return stored.find(token).filter(code -> people.find(code.person())
                .filter(user -> user.local() && user.person().enabled())
                .isPresent());
    }

    /** Sets the password, ends the sessions of the user, and returns the name; empty if the code is no longer valid. */
    @Transactional
    Optional<String> use(String token, String passwordHash) {
        stored.lock();
        Optional<PasswordCode> code = find(token);
        code.ifPresent(found -> set(found, passwordHash));
        return code.map(PasswordCode::person);
    }

    private void set(PasswordCode code, String passwordHash) {
        String name = code.person();
        String before = known.passwordHash(name).orElse("");
        people.setPasswordHash(name, passwordHash);
        stored.delete(name);
        sessions.endAll(name, name);
        effective.change(ValueKind.USER_PASSWORD, name, Hashes.of(before), Hashes.of(passwordHash), code.createdBy());
        auditLog.append(AuditEntry.by(name, AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                .withMessage("user password " + name + ": set with a code of " + code.createdBy()));
    }
}
