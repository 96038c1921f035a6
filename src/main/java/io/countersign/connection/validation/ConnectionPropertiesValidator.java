package io.countersign.connection.validation;

import io.countersign.connection.ConnectionProperties;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds all problems of the configuration, so that they can be fixed together. */
public final class ConnectionPropertiesValidator {

    private final List<String> problems = new ArrayList<>();

    private ConnectionPropertiesValidator() {}

    /** Returns the problems, each beginning with the property name; empty for a valid configuration. */
    public static List<String> problemsIn(ConnectionProperties properties) {
        ConnectionPropertiesValidator check = new ConnectionPropertiesValidator();
        check.connections(properties.connections());
        check.owners(properties.accounts(), properties.connections());
        check.aws(properties.aws());
        return List.copyOf(check.problems);
    }

    private void connections(List<ConnectionProperties.Account> accounts) {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < accounts.size(); i++) {
            String at = "countersign.connections[" + i + "]";
            ConnectionProperties.Account account = accounts.get(i);
            once(at, account.accountId(), seen);
            ConnectionValidator.problemsIn(account)
                    .forEach(found -> problem(at + "." + found.property(), found.message()));
            externalId(at, account);
            keys(at, account);
        }
    }

    private void owners(List<ConnectionProperties.Owner> owners, List<ConnectionProperties.Account> connections) {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < connections.size(); i++) {
            seen.putIfAbsent(connections.get(i).accountId(), "countersign.connections[" + i + "]");
        }
        for (int i = 0; i < owners.size(); i++) {
            String at = "countersign.accounts[" + i + "]";
            accountId(at, owners.get(i).accountId(), seen);
            name(at, owners.get(i).name());
        }
    }

    private void accountId(String at, String value, Map<String, String> seen) {
        if (!ConnectionSyntax.isAccountId(value)) {
            problem(at + ".account-id", "an account ID has exactly 12 digits, not " + quoted(value));
        }
        once(at, value, seen);
    }

    private void once(String at, String account, Map<String, String> seen) {
        String first = ConnectionSyntax.isAccountId(account) ? seen.putIfAbsent(account, at) : null;
        if (first != null) {
            problem(at + ".account-id", quoted(account) + " is already named in " + first);
        }
    }

    private void name(String at, String value) {
        if (!ConnectionSyntax.isName(value)) {
            problem(at + ".name", "a name has 1 to 100 characters, without control characters");
        }
    }

    private void externalId(String at, ConnectionProperties.Account account) {
        if (account.externalId() != null && account.roleArn() == null && account.deciderRoleArn() == null) {
            problem(at + ".external-id", "is sent only when a role is assumed: set role-arn as well, or remove it");
        }
    }

    private void keys(String at, ConnectionProperties.Account account) {
        if (blank(account.accessKeyId()) != blank(account.secretAccessKey())) {
            String missing = blank(account.accessKeyId()) ? ".access-key-id" : ".secret-access-key";
            problem(at + missing, "the two keys must be set together");
        }
    }

    private void aws(ConnectionProperties.Aws aws) {
        if (aws.endpoint() != null && !isHttp(aws.endpoint())) {
            problem("countersign.aws.endpoint", "is an http or https address such as http://127.0.0.1:8180");
        }
        timeout("connect-timeout", aws.connectTimeout(), Duration.ofMinutes(5));
        timeout("attempt-timeout", aws.attemptTimeout(), Duration.ofMinutes(5));
        timeout("read-timeout", aws.readTimeout(), Duration.ofMinutes(5));
        // the recovery of decisions without a response waits longer than this
        timeout("decision-timeout", aws.decisionTimeout(), Duration.ofSeconds(20));
        if (aws.sessionDuration().toSeconds() < 900 || aws.sessionDuration().compareTo(Duration.ofHours(1)) > 0) {
            problem(
                    "countersign.aws.session-duration",
                    "is 15m to 1h: one role assumed from another ends after an hour");
        }
    }

    private void timeout(String property, Duration value, Duration most) {
        if (value.toMillis() < 1 || value.compareTo(most) > 0) {
            String limit = most.toString().substring(2).toLowerCase(Locale.ROOT);
            problem("countersign.aws." + property, "must be positive and at most " + limit);
        }
    }

    private static boolean isHttp(String value) {
        try {
            URI uri = URI.create(value);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    public static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private void problem(String property, String message) {
        problems.add(property + ": " + message);
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }
}
