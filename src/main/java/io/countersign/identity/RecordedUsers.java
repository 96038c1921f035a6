package io.countersign.identity;

import io.countersign.audit.AuditAction;
import io.countersign.audit.RecordedEntries;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the roles of the stored users with the audit log, which has an entry of the first user and of each change. */
public final class RecordedUsers {

    private static final String NONE = "none";
    private static final String FIRST = "first user, created with the setup token";
    private static final String BY_ADMIN = "changed by an admin";
    private static final String FROM_GROUPS = "from the groups of ";
    private static final Pattern CHANGED =
            Pattern.compile("user (\\S+): (?:.+) → (.+)\\R(" + FIRST + "|" + BY_ADMIN + "|" + FROM_GROUPS + ".+)");

    private RecordedUsers() {}

    /** Returns the roles as the audit log states them. */
    public static String text(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(", "));
    }

    /** Returns the message of the entry about the first user, by this user. */
    public static String created(String name, Set<Role> roles) {
        return "user " + name + ": none → " + text(roles) + "\n" + FIRST;
    }

    /** Returns the message of the entry about a change by an admin; without roles, the user is disabled. */
    public static String changed(String name, Set<Role> before, Set<Role> after) {
        return "user " + name + ": " + orNone(before) + " → " + orNone(after) + "\n" + BY_ADMIN;
    }

    /** Returns the message of the entry about roles that a sign-in changed, by this user. */
    public static String given(String name, Set<Role> before, Set<Role> after, String registration) {
        return "user " + name + ": " + orNone(before) + " → " + orNone(after) + "\n" + FROM_GROUPS + registration;
    }

    private static String orNone(Set<Role> roles) {
        return orNone(text(roles));
    }

    private static String orNone(String roles) {
        return roles.isEmpty() ? NONE : roles;
    }

    /** Returns the first user whose roles are not those of the audit log; empty if there is none. */
    public static Optional<String> unrecorded(JdbcClient jdbc) {
        Map<String, String> stored = stored(jdbc);
        stored.entrySet().removeAll(recorded(jdbc).entrySet());
        return stored.entrySet().stream()
                .findFirst()
                .map(user -> "user " + user.getKey() + " was stored with the roles " + user.getValue()
                        + ", without its entry");
    }

    private static Map<String, String> stored(JdbcClient jdbc) {
        Map<String, String> stored = new HashMap<>();
        jdbc.sql("select name, roles from person where enabled and origin <> 'CONFIGURATION'")
                .query((RowCallbackHandler) row ->
                        stored.put(row.getString(1), orNone(row.getString(2).replace(",", ", "))));
        return stored;
    }

    private static Map<String, String> recorded(JdbcClient jdbc) {
        Map<String, String> recorded = new HashMap<>();
        new RecordedEntries(jdbc)
                .since(Instant.EPOCH, List.of(AuditAction.AUTHORITY_CHANGED))
                .forEach(entry -> {
                    Matcher changed = CHANGED.matcher(entry.message());
                    // the first user and those of a provider write their own entry; admins do not change their own
                    // account
                    if (changed.matches()
                            && changed.group(3).equals(BY_ADMIN)
                                    != changed.group(1).equals(entry.actor())) {
                        recorded.put(changed.group(1), changed.group(2));
                    }
                });
        return recorded;
    }
}
