package io.countersign.sso;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.identity.Person;
import io.countersign.identity.RandomToken;
import io.countersign.identity.RecordedUsers;
import io.countersign.identity.Role;
import io.countersign.identity.account.LocalPersonRepository;
import io.countersign.identity.account.ProviderPersonRepository;
import io.countersign.identity.account.StoredPerson;
import io.countersign.identity.signin.SignInRecorder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds or adds the user of a provider, and gives the roles of the groups. The change and the sign-in are stored together with
 * their audit entries; if an entry cannot be written, nobody is signed in.
 */
@Service
class ProviderSignIn {

    private final PersonIdentityRepository identities;
    private final ProviderPersonRepository people;
    private final LocalPersonRepository stored;
    private final GroupProperties properties;
    private final AuditLog auditLog;
    private final SignInRecorder record;

    ProviderSignIn(
            PersonIdentityRepository identities,
            ProviderPersonRepository people,
            LocalPersonRepository stored,
            GroupProperties properties,
            AuditLog auditLog,
            SignInRecorder record) {
        this.identities = identities;
        this.people = people;
        this.stored = stored;
        this.properties = properties;
        this.auditLog = auditLog;
        this.record = record;
    }

    /** @throws ProviderException if the groups are not usable, none is mapped, or the user is disabled */
    @Transactional
    Person signIn(ProviderUser user) {
        return store(user, "through " + user.registration());
    }

    /**
     * Takes another sign-in of a user who is signed in.
     *
     * @throws ProviderException also if it is another user
     */
    @Transactional
    void confirm(ProviderUser user, String person) {
        checkUser(user, person);
        store(user, "confirmed through " + user.registration());
    }

    private void checkUser(ProviderUser user, String person) {
        if (identities
                .person(user.issuer(), user.subject())
                .filter(person::equals)
                .isEmpty()) {
            throw ProviderException.of(person, Problem.OTHER_USER, "it is another user than " + person);
        }
    }

    /**
     * Takes the answer of a provider that was asked again without the user.
     *
     * @throws ProviderException as {@link #confirm}
     */
    @Transactional
    void refresh(ProviderUser user, String person) {
        checkUser(user, person);
        give(user);
    }

    /** Takes the roles until the next sign-in, so that decisions on hold, proposals and bulk decisions stop. */
    @Transactional
    void takeRoles(String person, String registration) {
        Set<Role> before = stored.find(person).orElseThrow().person().roles();
        if (!before.isEmpty()) {
            people.setRoles(person, Set.of());
            given(person, before, Set.of(), registration);
        }
    }

    private Person store(ProviderUser user, String how) {
        Person person = give(user);
        record.signedIn(person.name(), how);
        return person;
    }

    private Person give(ProviderUser user) {
        List<String> groups = Groups.read(user.claims(), properties.groupsClaim());
        Set<Role> roles = properties.rolesOf(groups);
        Optional<String> known = identities.person(user.issuer(), user.subject());
        known.ifPresent(this::check);
        if (roles.isEmpty()) {
            throw ProviderException.withGroups(
                    Problem.NOT_MAPPED, "none of the " + groups.size() + " groups is mapped" + called(user), groups);
        }
        String name = known.map(person -> update(person, roles, user)).orElseGet(() -> add(user, roles));
        identities.store(user, name, groups);
        return new Person(name, roles, true);
    }

    private void check(String name) {
        StoredPerson found = stored.find(name).orElseThrow();
        if (!found.provided()) {
            throw ProviderException.of(
                    name, Problem.TAKEN_OVER, "the user " + name + " is no longer managed by a provider");
        }
        if (!found.person().enabled()) {
            throw ProviderException.of(name, Problem.DISABLED, "the user " + name + " is disabled");
        }
    }

    private String update(String name, Set<Role> roles, ProviderUser user) {
        Set<Role> before = stored.find(name).orElseThrow().person().roles();
        if (!before.equals(roles)) {
            people.setRoles(name, roles);
            given(name, before, roles, user.registration());
        }
        return name;
    }

    private String add(ProviderUser user, Set<Role> roles) {
        String unknown = RandomToken.unknownPassword();
        people.lockNames();
        Optional<String> meanwhile = identities.person(user.issuer(), user.subject());
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        ChosenName chosen = ChosenName.of(user, people::taken);
        people.add(chosen.name(), unknown, roles, chosen.aliases());
        given(chosen.name(), Set.of(), roles, user.registration());
        return chosen.name();
    }

    private void given(String name, Set<Role> before, Set<Role> after, String registration) {
        auditLog.append(AuditEntry.by(name, AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                .withMessage(RecordedUsers.given(name, before, after, registration)));
    }

    private static String called(ProviderUser user) {
        String name = user.text("preferred_username");
        return ", of “" + (name.isEmpty() ? user.subject() : name) + "”";
    }
}
