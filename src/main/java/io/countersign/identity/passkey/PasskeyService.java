package io.countersign.identity.passkey;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.identity.PersonRepository;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and removes the passkeys of users. Each change and its audit entry are stored together. */
@Service
public class PasskeyService {

    /** The most passkeys of a user. */
    static final int MOST = 10;

    private final PasskeyRepository passkeys;
    private final PasskeyCeremony ceremony;
    private final PersonRepository people;
    private final AuditLog auditLog;

    PasskeyService(PasskeyRepository passkeys, PasskeyCeremony ceremony, PersonRepository people, AuditLog auditLog) {
        this.passkeys = passkeys;
        this.ceremony = ceremony;
        this.people = people;
        this.auditLog = auditLog;
    }

    /** Returns the passkeys of a user, in the order in which they were added. */
    public List<Passkey> of(String person) {
        return passkeys.of(person);
    }

    /** Returns the names of the users who have a passkey. */
    public Set<String> owners() {
        return passkeys.owners();
    }

    /** Returns whether a user has a passkey for an address. */
    public boolean usable(String person, PasskeySite site) {
        return of(person).stream().anyMatch(each -> each.host().equals(site.host()));
    }

    /** Returns what the browser of a user needs to add a passkey, as JSON. */
    public String creationOptions(String person, PasskeySite site) {
        return ceremony.creationOptions(person, site);
    }

    /**
     * Returns what a browser needs to sign with a passkey, as JSON.
     *
     * @param person the user whose passkey it must be; empty for a sign-in
     */
    public String requestOptions(String person, PasskeySite site) {
        return ceremony.requestOptions(person, site);
    }

    /**
     * Returns the user of the passkey with which a browser signed.
     *
     * @param person the user whose passkey it must be; empty for a sign-in
     * @throws PasskeyException if it is not valid
     */
    @Transactional
    public String verify(String json, String person, PasskeySite site) {
        return ceremony.verify(json, person, site);
    }

    /**
     * Adds the passkey that the browser of a user created.
     *
     * @param first whether the user must not have another one: with the password alone, a thief could add one too
     * @throws PasskeyException if it is not valid
     */
    @Transactional
    public void add(String json, String label, String person, boolean first, PasskeySite site) {
        people.holdAlone(person);
        List<Passkey> all = passkeys.of(person);
        if (first && !all.isEmpty()) {
            throw new PasskeyException("identity.passkey.exists", "the user has another passkey");
        }
        if (all.size() >= MOST) {
            throw new PasskeyException("identity.passkey.most", "the user has too many passkeys");
        }
        ceremony.add(json, label, person, site);
        record(person, person, "added “" + label + "”");
    }

    /** Renames a passkey of the user. Returns false if the user has no such passkey. */
    @Transactional
    public boolean rename(String id, String label, String person) {
        Optional<Passkey> passkey = find(id, person);
        passkey.filter(each -> !each.label().equals(label)).ifPresent(each -> {
            passkeys.rename(id, label);
            record(person, person, "renamed “" + each.label() + "” to “" + label + "”");
        });
        return passkey.isPresent();
    }

    /** Removes a passkey of the user. Returns false if the user has no such passkey. */
    @Transactional
    public boolean remove(String id, String person) {
        Optional<Passkey> passkey = find(id, person).filter(each -> passkeys.remove(id));
        passkey.ifPresent(each -> record(person, person, "removed “" + each.label() + "”"));
        return passkey.isPresent();
    }

    /** Removes all passkeys of a user, for a user who lost them. Does nothing without one. */
    @Transactional
    public void removeAll(String person, String by) {
        for (Passkey each : passkeys.of(person)) {
            if (passkeys.remove(each.id())) {
                record(person, by, "removed “" + each.label() + "” by an admin");
            }
        }
    }

    private Optional<Passkey> find(String id, String person) {
        return passkeys.of(person).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private void record(String person, String by, String change) {
        auditLog.append(AuditEntry.by(by, AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                .withMessage("user passkey " + person + ": " + change));
    }
}
