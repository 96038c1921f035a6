package io.countersign.identity.setup;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueKind;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.RandomToken;
import io.countersign.identity.RecordedUsers;
import io.countersign.identity.Role;
import io.countersign.identity.account.LocalPersonRepository;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates the first user. The setup is open as long as no user can sign in, and requires a token from the console: a
 * stranger who finds a new installation first must not become its admin.
 */
@Component
public class SetupService {

    private final SetupTokenRepository tokens;
    private final LocalPersonRepository people;
    private final PersonRepository known;
    private final EffectiveValues effective;
    private final AuditLog auditLog;

    SetupService(
            SetupTokenRepository tokens,
            LocalPersonRepository people,
            PersonRepository known,
            EffectiveValues effective,
            AuditLog auditLog) {
        this.tokens = tokens;
        this.people = people;
        this.known = known;
        this.effective = effective;
        this.auditLog = auditLog;
    }

    public boolean open() {
        return !people.anyoneCanSignIn();
    }

    @Transactional
    String newToken() {
        String token = RandomToken.next();
        tokens.add(token);
        return token;
    }

    boolean accepts(String token) {
        return tokens.contains(token);
    }

    /** Returns false if another user was first. A user of an earlier configuration keeps the spelling of the name. */
    @Transactional
    boolean create(String token, String typedName, String passwordHash, Set<Role> roles) {
        tokens.lock();
        if (people.anyoneCanSignIn() || !tokens.contains(token)) {
            return false;
        }
        String name = known.findTyped(typedName).map(Person::name).orElse(typedName);
        people.add(name, passwordHash, roles);
        tokens.deleteAll();
        effective.change(ValueKind.USER, name, null, RecordedUsers.text(roles), name);
        auditLog.append(AuditEntry.by(name, AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                .withMessage(RecordedUsers.created(name, roles)));
        return true;
    }
}
