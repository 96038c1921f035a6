package io.countersign.connection.validation;

import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.aws.AwsRegions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds all problems of a connection from the configuration or the browser. */
public final class ConnectionValidator {

    private static final Set<String> PARTITIONS = Set.of("aws", "aws-cn", "aws-us-gov");
    private static final Pattern ROLE =
            Pattern.compile("arn:(aws|aws-cn|aws-us-gov):iam::([0-9]{12}):role/[\\x21-\\x7e]{1,576}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");

    private final ConnectionProperties.Account account;
    private final List<ConnectionProblem> problems = new ArrayList<>();

    private ConnectionValidator(ConnectionProperties.Account account) {
        this.account = account;
    }

    public static List<ConnectionProblem> problemsIn(ConnectionProperties.Account account) {
        ConnectionValidator check = new ConnectionValidator(account);
        check.accountId();
        check.name();
        check.partition();
        check.role("role-arn", account.roleArn());
        check.role("decider-role-arn", account.deciderRoleArn());
        check.externalId();
        check.regions();
        return List.copyOf(check.problems);
    }

    private void accountId() {
        if (!ConnectionSyntax.isAccountId(account.accountId())) {
            problem(
                    "account-id",
                    account.accountId().isBlank()
                            ? "enter a 12-digit account ID"
                            : "an account ID has exactly 12 digits" + not(account.accountId()));
        }
    }

    private void name() {
        if (!ConnectionSyntax.isName(account.name())) {
            problem("name", "a name has 1 to 100 characters, one of them visible, without control characters");
        }
    }

    private void partition() {
        if (!PARTITIONS.contains(account.partition())) {
            problem("partition", "is aws, aws-cn or aws-us-gov" + not(account.partition()));
        }
    }

    private void role(String property, @Nullable String role) {
        if (role == null) {
            return;
        }
        Matcher arn = ROLE.matcher(role);
        if (!arn.matches()) {
            problem(property, "a role ARN looks like arn:aws:iam::123456789012:role/name" + not(role));
        } else if (ConnectionSyntax.isAccountId(account.accountId())
                && !arn.group(2).equals(account.accountId())) {
            problem(
                    property,
                    "the role is of account " + arn.group(2) + ", the connection of " + quoted(account.accountId()));
        } else if (!arn.group(1).equals(account.partition())) {
            problem(
                    property,
                    "the role is of partition " + arn.group(1) + ", the connection of " + quoted(account.partition()));
        }
    }

    private void externalId() {
        String externalId = account.externalId();
        if (externalId != null && !EXTERNAL_ID.matcher(externalId).matches()) {
            problem("external-id", "has 2 to 1224 letters, digits or characters of _+=,.@:/-");
        }
    }

    private void regions() {
        if (account.regions().isEmpty()) {
            problem("regions", "select at least one Region");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < account.regions().size(); i++) {
            region("regions[" + i + "]", account.regions().get(i), seen);
        }
    }

    private void region(String property, String region, Set<String> seen) {
        if (!ConnectionSyntax.isRegion(region)) {
            problem(property, "a Region looks like eu-west-1" + not(region));
        } else if (!seen.add(region)) {
            problem(property, quoted(region) + " is listed twice");
        } else if (PARTITIONS.contains(account.partition())
                && !AwsRegions.partitionOf(region).equals(account.partition())) {
            problem(
                    property,
                    quoted(region) + " is of partition " + AwsRegions.partitionOf(region) + ", the connection of "
                            + quoted(account.partition()));
        }
    }

    private void problem(String property, String message) {
        problems.add(new ConnectionProblem(property, message));
    }

    /** Quotes only a value that is there. */
    private static String not(String value) {
        return value.isBlank() ? "" : ", not " + quoted(value);
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }
}
