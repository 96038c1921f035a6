package io.countersign.identity.signin;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Audits sign-ins and refusals in a transaction: a sign-in that cannot be recorded fails. */
@NamedInterface("provider")
@Component
public class SignInRecorder {

    /** The most entries an hour about attempts that no limit of a user bounds. */
    static final int UNBOUNDED_REFUSALS = 100;

    private static final Logger log = LoggerFactory.getLogger(SignInRecorder.class);
    private static final String NO_NAME = "(no name)";
    private static final String UNKNOWN_NAME = "(unknown name) ";
    private static final int HASH_LENGTH = 16;

    private final AuditLog auditLog;
    private final PersonRepository people;
    private final HourlyCount unbounded;
    private final NameHash names;

    public SignInRecorder(AuditLog auditLog, PersonRepository people, InstantSource clock, NameHash names) {
        this.auditLog = auditLog;
        this.people = people;
        this.names = names;
        this.unbounded = new HourlyCount(clock);
    }

    /**
     * Records a sign-in with a passkey, without a password or after it.
     *
     * @param breakGlass whether it replaces a sign-in through the identity provider
     */
    @Transactional
    public void signedInWithPasskey(String person, boolean breakGlass) {
        if (breakGlass) {
            log.warn("Break-glass sign-in of {}", person);
            append(
                    person,
                    AuditAction.BREAK_GLASS_SIGN_IN,
                    AuditOutcome.DONE,
                    "passkey, without the identity provider");
        } else {
            append(person, AuditAction.SIGN_IN, AuditOutcome.DONE, "passkey");
        }
    }

    /** Records that a signed-in user gave a factor again. */
    @Transactional
    public void confirmed(String person, String factor) {
        append(person, AuditAction.SIGN_IN, AuditOutcome.DONE, factor + " confirmed");
    }

    /** @param how the way of the sign-in; null for a password alone */
    @Transactional
    public void signedIn(String person, @Nullable String how) {
        append(person, AuditAction.SIGN_IN, AuditOutcome.DONE, how);
    }

    /**
     * Records a sign-in that failed at an identity provider or after it.
     *
     * @param person empty if none of the users is known to be concerned
     */
    @Transactional
    public void refusedAtProvider(String person, String why) {
        refusedWithinLimit(person, why);
    }

    /**
     * Records a passkey that was not accepted.
     *
     * @param person empty before a sign-in
     */
    @Transactional
    public void passkeyRefused(String person, String why) {
        refusedWithinLimit(person, "passkey not accepted: " + why);
    }

    /** Records each wrong password of a user: the limit of attempts bounds their number. */
    @Transactional
    public void wrongPassword(String typedName, String when) {
        String why = "incorrect username or password" + when;
        if (people.findTyped(typedName).isPresent()) {
            refused(typedName, why);
        } else {
            refusedWithinLimit(typedName, why);
        }
    }

    @Transactional
    public void tooManyAttempts(String typedName, String when) {
        refusedWithinLimit(typedName, "too many attempts" + when);
    }

    /** Bounds the entries that visitors without an account can cause, because entries are never deleted. */
    private void refusedWithinLimit(String typedName, String why) {
        int count = unbounded.next();
        if (count <= UNBOUNDED_REFUSALS) {
            refused(typedName, why);
        } else if (count == UNBOUNDED_REFUSALS + 1) {
            refused(
                    "",
                    "more than " + UNBOUNDED_REFUSALS
                            + " attempts with unknown or locked usernames, or at identity providers, within an hour;"
                            + " the rest of the hour is not recorded");
        }
    }

    private void refused(String typedName, String why) {
        append(actor(typedName), AuditAction.SIGN_IN, AuditOutcome.REFUSED, why);
    }

    private String actor(String typedName) {
        if (typedName.isBlank()) {
            return NO_NAME;
        }
        return people.findTyped(typedName)
                .map(Person::name)
                .orElseGet(() -> UNKNOWN_NAME + names.of(typedName).substring(0, HASH_LENGTH));
    }

    @Transactional
    public void signedOut(String person) {
        append(person, AuditAction.SIGN_OUT, AuditOutcome.DONE, null);
    }

    @Transactional
    public void accessRefused(String person, String method, String path) {
        append(person, AuditAction.VIEW, AuditOutcome.REFUSED, method + " " + path);
    }

    /** The address stays in the log of the application: the audit log keeps its entries forever and shows them to every role. */
    private void append(String person, AuditAction action, AuditOutcome outcome, @Nullable String message) {
        log.info("{} by {} from {}: {}", action, person, ClientAddress.current(), outcome);
        auditLog.append(AuditEntry.by(person, action, outcome).withMessage(message));
    }
}
