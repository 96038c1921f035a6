package io.countersign.sso;

import io.countersign.identity.Person;
import io.countersign.identity.RandomToken;
import io.countersign.identity.account.LocalPersonRepository;
import io.countersign.identity.account.ProviderPersonRepository;
import io.countersign.identity.account.StoredPerson;
import io.countersign.identity.signin.SignInRecorder;
import io.countersign.sso.group.GroupProperties;
import io.countersign.sso.group.GroupRights;
import io.countersign.sso.group.Groups;
import io.countersign.sso.provider.Problem;
import io.countersign.sso.provider.ProviderException;
import io.countersign.sso.provider.ProviderUser;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds or adds the user of a provider, and gives the roles and teams of the groups. The change and the sign-in are stored together with
 * their audit entries; if an entry cannot be written, nobody is signed in.
 */
@Service
class ProviderSignIn {

    private final PersonIdentityRepository identities;
    private final ProviderPersonRepository people;
    private final LocalPersonRepository stored;
    private final GroupProperties properties;
    private final ProviderRights rights;
    private final SignInRecorder record;

    ProviderSignIn(
            PersonIdentityRepository identities,
            ProviderPersonRepository people,
            LocalPersonRepository stored,
            GroupProperties properties,
            ProviderRights rights,
            SignInRecorder record) {
        this.identities = identities;
        this.people = people;
        this.stored = stored;
        this.properties = properties;
        this.rights = rights;
        this.record = record;
    }

    /** @throws ProviderException if the groups are not usable, none gives a role, or the user is disabled */
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

    /** Returns the user with this identity; empty if there is none, or another source manages the user now. */
    Optional<String> providedBy(String issuer, String subject) {
        return identities
                .person(issuer, subject)
                .filter(name -> stored.find(name).filter(StoredPerson::provided).isPresent());
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

    private Person store(ProviderUser user, String how) {
        Person person = give(user);
        record.signedIn(person.name(), how);
        return person;
    }

    private Person give(ProviderUser user) {
        List<String> groups = Groups.read(user.claims(), properties.groupsClaim());
        GroupRights given = properties.rightsOf(groups);
        Optional<String> known = identities.person(user.issuer(), user.subject());
        known.ifPresent(this::check);
        if (given.roles().isEmpty()) {
            throw ProviderException.withGroups(
                    Problem.NOT_MAPPED, "none of the " + groups.size() + " groups gives a role" + called(user), groups);
        }
        String name = known.map(person -> update(person, given, user)).orElseGet(() -> add(user, given));
        identities.store(user, name, groups);
        return new Person(name, given.roles(), true);
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

    private String update(String name, GroupRights given, ProviderUser user) {
        rights.give(name, given, user.registration());
        return name;
    }

    private String add(ProviderUser user, GroupRights given) {
        String unknown = RandomToken.unknownPassword();
        people.lockNames();
        Optional<String> meanwhile = identities.person(user.issuer(), user.subject());
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        ChosenName chosen = ChosenName.of(user, people::taken);
        people.add(chosen.name(), unknown, given.roles(), chosen.aliases());
        rights.added(chosen.name(), given, user.registration());
        return chosen.name();
    }

    private static String called(ProviderUser user) {
        String name = user.text("preferred_username");
        return ", of “" + (name.isEmpty() ? user.subject() : name) + "”";
    }
}
