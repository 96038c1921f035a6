package io.countersign.user;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueKind;
import io.countersign.identity.Person;
import io.countersign.identity.PersonName;
import io.countersign.identity.RandomToken;
import io.countersign.identity.RecordedUsers;
import io.countersign.identity.Role;
import io.countersign.identity.account.LocalPersonRepository;
import io.countersign.identity.account.ProviderPersonRepository;
import io.countersign.identity.account.StoredPerson;
import io.countersign.identity.passkey.PasskeyService;
import io.countersign.identity.session.SessionList;
import io.countersign.team.assignment.StaleClaimCleaner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and changes the users that are stored in the database. Each change and its audit entry are stored together. Admins
 * cannot change themselves, so that an admin always remains.
 */
@Service
class UserService {

    private final LocalPersonRepository people;
    private final ProviderPersonRepository provided;
    private final SessionList sessions;
    private final EffectiveValues effective;
    private final AuditLog auditLog;
    private final PasswordCodes codes;
    private final StaleClaimCleaner claims;
    private final PasskeyService passkeys;

    UserService(
            LocalPersonRepository people,
            ProviderPersonRepository provided,
            SessionList sessions,
            EffectiveValues effective,
            AuditLog auditLog,
            PasswordCodes codes,
            StaleClaimCleaner claims,
            PasskeyService passkeys) {
        this.people = people;
        this.provided = provided;
        this.sessions = sessions;
        this.effective = effective;
        this.auditLog = auditLog;
        this.codes = codes;
        this.claims = claims;
        this.passkeys = passkeys;
    }

    List<StoredPerson> all() {
        return people.all();
    }

    Optional<StoredPerson> find(String name) {
        return people.find(name);
    }

    /** Returns the name of a user that readers could take for this one; rows of removed users count too. */
    Optional<String> similar(String name) {
        return all().stream()
                .map(stored -> stored.person().name())
                .filter(each -> PersonName.looksLike(each, name))
                .findFirst();
    }

    /**
     * Adds a user without a password.
     *
     * @return the token of the code with which the user sets one; empty if the name is taken or the admin lost the role
     * meanwhile
     */
    @Transactional
    Optional<String> add(String name, Set<Role> roles, String by) {
        String unknown = RandomToken.unknownPassword();
        codes.lock();
        provided.lockNames();
        if (!isAdmin(by) || similar(name).isPresent()) {
            return Optional.empty();
        }
        people.add(name, unknown, roles);
        // of a former user of this name
        passkeys.removeAll(name, by);
        record(name, Set.of(), roles, by);
        return Optional.of(codes.create(name, by));
    }

    /** @return the token; empty if the user cannot get a code */
    @Transactional
    Optional<String> createCode(String name, String by) {
        codes.lock();
        return changeable(name, by).filter(Person::enabled).map(person -> {
            auditLog.append(AuditEntry.by(by, AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                    .withMessage("user password " + name + ": code created by an admin"));
            return codes.create(name, by);
        });
    }

    /**
     * Changes the roles of a user, or enables or disables the user; a disabled user has none.
     *
     * @return false if the user cannot be changed
     */
    @Transactional
    boolean change(String name, Set<Role> roles, String by) {
        codes.lock();
        Optional<Person> changeable = changeable(name, by);
        changeable.ifPresent(person -> {
            record(name, person.enabled() ? person.roles() : Set.of(), roles, by);
            if (roles.isEmpty()) {
                people.disable(name);
                codes.delete(name);
                sessions.endAll(name, by);
            } else {
                people.setRoles(name, roles);
            }
            claims.release(by);
        });
        return changeable.isPresent();
    }

    /**
     * Disables or enables a user of an identity provider. The roles stay those of the groups at the last sign-in.
     *
     * @return false if the user cannot be changed
     */
    @Transactional
    boolean enable(String name, boolean enabled, String by) {
        codes.lock();
        Optional<Person> found = name.equals(by) || !isAdmin(by)
                ? Optional.empty()
                : find(name).filter(StoredPerson::provided).map(StoredPerson::person);
        found.filter(person -> person.enabled() != enabled).ifPresent(person -> {
            provided.enable(name, enabled);
            if (!enabled) {
                sessions.endAll(name, by);
            }
            append(name, enabled ? Set.of() : person.roles(), enabled ? person.roles() : Set.of(), by);
            claims.release(by);
        });
        return found.isPresent();
    }

    /**
     * Removes the passkeys of a user who lost them, also of a user of the configuration, and ends the sessions.
     *
     * @return false if the admin is the user, or lost the role
     */
    @Transactional
    boolean removePasskeys(String name, String by) {
        boolean allowed = !name.equals(by) && isAdmin(by) && find(name).isPresent();
        if (allowed) {
            passkeys.removeAll(name, by);
            sessions.endAll(name, by);
        }
        return allowed;
    }

    private Optional<Person> changeable(String name, String by) {
        return name.equals(by) || !isAdmin(by)
                ? Optional.empty()
                : find(name).filter(StoredPerson::editable).map(StoredPerson::person);
    }

    /** Another admin may have removed the role of this one since the request began. */
    private boolean isAdmin(String name) {
        return find(name).map(StoredPerson::person).filter(Person::isAdmin).isPresent();
    }

    private void record(String name, Set<Role> before, Set<Role> after, String by) {
        if (!before.equals(after)) {
            effective.change(ValueKind.USER, name, value(before), value(after), by);
            append(name, before, after, by);
        }
    }

    private void append(String name, Set<Role> before, Set<Role> after, String by) {
        auditLog.append(AuditEntry.by(by, AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                .withMessage(RecordedUsers.changed(name, before, after)));
    }

    private static @Nullable String value(Set<Role> roles) {
        return roles.isEmpty() ? null : RecordedUsers.text(roles);
    }
}
