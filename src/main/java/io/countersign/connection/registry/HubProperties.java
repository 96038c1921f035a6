package io.countersign.connection.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The AWS identity of Countersign itself, which the roles of connected accounts trust.
 *
 * @param hubAccountId the account; roles of this account can be allowed to assume the reader and decider roles
 * @param hubRoleArn the role; if set, only this role is trusted
 */
@ConfigurationProperties("countersign.aws")
public record HubProperties(
        @Nullable String hubAccountId, @Nullable String hubRoleArn) {

    private static final Pattern ROLE =
            Pattern.compile("arn:(aws|aws-cn|aws-us-gov):iam::[0-9]{12}:(role|user)/[\\w+=,.@/-]{1,576}");

    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (hubAccountId != null && !hubAccountId.matches("[0-9]{12}")) {
            problems.add("countersign.aws.hub-account-id: an account ID has exactly 12 digits");
        }
        if (hubRoleArn != null && !ROLE.matcher(hubRoleArn).matches()) {
            problems.add(
                    "countersign.aws.hub-role-arn: a role ARN looks like arn:aws:iam::123456789012:role/countersign");
        }
        return problems;
    }
}
