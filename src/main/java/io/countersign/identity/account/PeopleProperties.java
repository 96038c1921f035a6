package io.countersign.identity.account;

import io.countersign.identity.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    /** Allows one algorithm and cost only, because different response times would reveal which names exist. */
    private static final Pattern HASH = Pattern.compile("\\{bcrypt}\\$2[aby]\\$12\\$[./A-Za-z0-9]{53}");

    public PeopleProperties {
        people = List.copyOf(people);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < people.size(); i++) {
            people.get(i).check("countersign.people[" + i + "]");
            refuse(!names.add(people.get(i).name()), "countersign.people[" + i + "].name", "is a duplicate");
        }
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
                    name == null || !NAME.matcher(name).matches(),
                    property + ".name",
                    "must be 1 to 64 letters, digits, dots, underscores, hyphens or @, and begin with a letter or digit");
            refuse(password == null || password.isBlank(), property + ".password", "is missing");
            refuse(
                    !HASH.matcher(password).matches(),
                    property + ".password",
                    "must be a hash created by 'java -jar countersign.jar hash-password', never the password itself;"
                            + " it starts with {bcrypt}, so quote it in YAML");
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
