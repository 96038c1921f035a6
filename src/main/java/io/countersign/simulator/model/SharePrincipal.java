package io.countersign.simulator.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The account or organization that a resource is shared with.
 *
 * @param account that gets the invitation; null for an organization or an OU, which get none
 */
public record SharePrincipal(String sharedWith, @Nullable String account) {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern USER = Pattern.compile("arn:aws[-a-z]*:iam::([0-9]{12}):user/[\\w+=,.@/-]+");
    private static final Pattern ORGANIZATION = Pattern.compile(
            "arn:aws[-a-z]*:organizations::[0-9]{12}:(organization/o-[a-z0-9]+|ou/o-[a-z0-9]+/ou-[a-z0-9-]+)");

    public static SharePrincipal of(String sharedWith) {
        if (ACCOUNT.matcher(sharedWith).matches()) {
            return new SharePrincipal(sharedWith, sharedWith);
        }
        var user = USER.matcher(sharedWith);
        if (user.matches()) {
            return new SharePrincipal(sharedWith, user.group(1));
        }
        if (ORGANIZATION.matcher(sharedWith).matches()) {
            return new SharePrincipal(sharedWith, null);
        }
        throw AwsException.invalid(
                "SharedWith",
                "must be a 12-digit account ID, or the ARN of an IAM user, an organization or an organizational unit");
    }
}
