package io.countersign.identity.account;

import io.countersign.audit.AuditEntry;
import io.countersign.identity.PasswordEncoders;
import io.countersign.identity.PersonName;
import io.countersign.identity.Role;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The configured users. The checks do not use Bean Validation, because a failed constraint prints the refused value,
 * which may be a password.
 *
 * @param demo whether the sign-in page shows the demo users and their password
 */
@ConfigurationProperties("countersign")
public record PeopleProperties(
        @DefaultValue("false") boolean demo, @DefaultValue List<Entry> people) {

    /** Allows one algorithm and cost only, because different response times would reveal which names exist. */
    private static final Pattern HASH =
            Pattern.compile(Pattern.quote(PasswordEncoders.PREFIX) + "[+/A-Za-z0-9]{22}\\$[+/A-Za-z0-9]{43}");

    public PeopleProperties {
        people = List.copyOf(people);
        for (int i = 0; i < people.size(); i++) {
            people.get(i).check(property(i));
            refuseLike(i, people, PersonName::same, "are the same name: upper and lower case do not differ");
            refuseLike(i, people, PersonName::looksLike, "look alike: l, 1 and I do not differ, nor do o and 0");
        }
    }

    private static void refuseLike(int at, List<Entry> people, BiPredicate<String, String> alike, String message) {
        for (int earlier = 0; earlier < at; earlier++) {
            refuse(
                    alike.test(people.get(earlier).name(), people.get(at).name()),
                    property(earlier) + ".name and " + property(at) + ".name",
                    message);
        }
    }

    private static String property(int index) {
        return "countersign.people[" + index + "]";
    }

    private static void refuse(boolean wrong, String property, String message) {
        if (wrong) {
            throw new IllegalArgumentException(property + " " + message);
        }
    }

    public record Entry(
            @Nullable String name,
            @Nullable String password,
            @DefaultValue Set<Role> roles) {

        private void check(String property) {
            refuse(
                    name == null || !PersonName.isValid(name),
                    property + ".name",
                    "must be 1 to " + PersonName.LONGEST
                            + " letters A to Z without accents, digits or . _ @ + ' -, and begin with a letter or digit");
            refuse(
                    PersonName.looksLike(name, AuditEntry.SYSTEM),
                    property + ".name",
                    "must not be '" + AuditEntry.SYSTEM + "', the actor of audit entries that no user caused");
            refuse(password == null || password.isBlank(), property + ".password", "is missing");
            refuse(
                    !HASH.matcher(password).matches(),
                    property + ".password",
                    "must be a hash created by 'java -jar countersign.jar hash-password', never the password itself;"
                            + " it starts with {argon2}, so quote it in YAML");
            refuse(
                    roles.isEmpty(),
                    property + ".roles",
                    "must name at least one of REVIEWER, LEAD, AUDITOR, ADMIN, SERVICE");
        }

        @Override
        public String toString() {
            return "Entry[name=" + name + ", roles=" + roles + "]";
        }
    }
}
