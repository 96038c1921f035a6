package io.countersign.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Countersign itself runs: the principal that the roles of connected accounts trust.
 *
 * @param hubAccountId its account; every role of that account may then be let assume the roles
 * @param hubRoleArn its role, which alone is then trusted
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
