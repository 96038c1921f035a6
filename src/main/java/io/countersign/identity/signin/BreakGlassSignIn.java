package io.countersign.identity.signin;

import io.countersign.identity.IdentityProviders;
import io.countersign.identity.Person;
import io.countersign.identity.PersonName;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.Role;
import io.countersign.identity.passkey.PasskeyPolicy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Decides who may sign in without an identity provider. */
@Component
@EnableConfigurationProperties(BreakGlassProperties.class)
public class BreakGlassSignIn {

    private final String admin;
    private final IdentityProviders providers;
    private final PersonRepository people;

    BreakGlassSignIn(
            BreakGlassProperties properties,
            PasskeyPolicy passkeys,
            IdentityProviders providers,
            PersonRepository people) {
        this.admin = PersonName.key(properties.breakGlassAdmin());
        this.providers = providers;
        this.people = people;
        if (!admin.isEmpty() && !passkeys.requiredFor(Role.ADMIN)) {
            throw new IllegalStateException(
                    "countersign.identity.break-glass-admin needs the role ADMIN in countersign.passkey.roles:"
                            + " the user signs in with a passkey");
        }
    }

    /** Returns whether only one user may sign in without a provider. */
    public boolean limited() {
        return !admin.isEmpty() && !providers.all().isEmpty();
    }

    /** Returns whether a user may sign in with a password or a passkey. */
    public boolean allows(String person) {
        return !limited() || uses(person);
    }

    /** Returns whether the sign-in of this user is a break-glass sign-in. An admin needs a passkey; another role may not. */
    public boolean uses(String person) {
        return limited()
                && PersonName.key(person).equals(admin)
                && people.find(person).filter(Person::isAdmin).isPresent();
    }
}
