package io.countersign.connection;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with the configuration, so that people fix it in one go. */
final class PropertyCheck {

    private static final Set<String> PARTITIONS = Set.of("aws", "aws-cn", "aws-us-gov");
    private static final Pattern ROLE =
            Pattern.compile("arn:(aws|aws-cn|aws-us-gov):iam::([0-9]{12}):role/[\\x21-\\x7e]{1,576}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");

    private final List<String> problems = new ArrayList<>();

    private PropertyCheck() {}

    /** The problems, each beginning with the property's name; empty where all is well. */
    static List<String> problemsIn(ConnectionProperties properties) {
        PropertyCheck check = new PropertyCheck();
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
            accountId(at, account.accountId(), seen);
            name(at, account.name());
            if (!PARTITIONS.contains(account.partition())) {
                problem(at + ".partition", "is aws, aws-cn or aws-us-gov, not " + quoted(account.partition()));
            }
            role(at + ".role-arn", account.roleArn(), account);
            role(at + ".decider-role-arn", account.deciderRoleArn(), account);
            externalId(at, account);
            regions(at, account);
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
        if (!valid(() -> new AccountId(value))) {
            problem(at + ".account-id", "an account id has exactly 12 digits, not " + quoted(value));
            return;
        }
        String first = seen.putIfAbsent(value, at);
        if (first != null) {
            problem(at + ".account-id", quoted(value) + " is already named in " + first);
        }
    }

    private void name(String at, String value) {
        if (value.isBlank() || value.length() > 100 || value.chars().anyMatch(Character::isISOControl)) {
            problem(at + ".name", "a name has 1 to 100 characters, without control characters");
        }
    }

    private void externalId(String at, ConnectionProperties.Account account) {
        if (account.externalId() != null && account.roleArn() == null && account.deciderRoleArn() == null) {
            problem(at + ".external-id", "is sent only when a role is assumed: set role-arn too, or leave it out");
        }
        if (account.externalId() != null
                && !EXTERNAL_ID.matcher(account.externalId()).matches()) {
            problem(at + ".external-id", "has 2 to 1224 letters, digits or characters of _+=,.@:/-");
        }
    }

    private void role(String property, @Nullable String role, ConnectionProperties.Account account) {
        if (role == null) {
            return;
        }
        Matcher arn = ROLE.matcher(role);
        if (!arn.matches()) {
            problem(property, "a role is written like arn:aws:iam::123456789012:role/name, not " + quoted(role));
        } else if (!arn.group(2).equals(account.accountId())) {
            problem(
                    property,
                    "the role is of account " + arn.group(2) + ", the connection of " + quoted(account.accountId()));
        } else if (!arn.group(1).equals(account.partition())) {
            problem(
                    property,
                    "the role is of partition " + arn.group(1) + ", the connection of " + quoted(account.partition()));
        }
    }

    private void regions(String at, ConnectionProperties.Account account) {
        if (account.regions().isEmpty()) {
            problem(at + ".regions", "name at least one Region");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < account.regions().size(); i++) {
            String region = account.regions().get(i);
            String where = at + ".regions[" + i + "]";
            if (!valid(() -> new Region(region))) {
                problem(where, "a Region is written like eu-west-1, not " + quoted(region));
            } else if (!seen.add(region)) {
                problem(where, quoted(region) + " is named twice");
            } else if (PARTITIONS.contains(account.partition())
                    && !AwsRegions.partitionOf(region).equals(account.partition())) {
                problem(
                        where,
                        quoted(region) + " is of partition " + AwsRegions.partitionOf(region) + ", the connection of "
                                + quoted(account.partition()));
            }
        }
    }

    private void keys(String at, ConnectionProperties.Account account) {
        if (blank(account.accessKeyId()) != blank(account.secretAccessKey())) {
            String missing = blank(account.accessKeyId()) ? ".access-key-id" : ".secret-access-key";
            problem(at + missing, "the two keys are set together or not at all");
        }
    }

    private void aws(ConnectionProperties.Aws aws) {
        if (aws.endpoint() != null && !isHttp(aws.endpoint())) {
            problem("countersign.aws.endpoint", "is an http or https address such as http://127.0.0.1:8180");
        }
        timeout("connect-timeout", aws.connectTimeout());
        timeout("attempt-timeout", aws.attemptTimeout());
        timeout("read-timeout", aws.readTimeout());
        timeout("decision-timeout", aws.decisionTimeout());
    }

    private void timeout(String property, Duration value) {
        if (value.toMillis() < 1 || value.compareTo(Duration.ofMinutes(5)) > 0) {
            problem("countersign.aws." + property, "is more than nothing and at most 5m");
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

    private static boolean valid(Runnable construction) {
        try {
            construction.run();
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private void problem(String property, String says) {
        problems.add(property + ": " + says);
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }
}
