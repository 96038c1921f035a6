package io.countersign.connection.role;

import io.countersign.connection.Connection;
import io.countersign.connection.api.DecisionSessionName;
import java.util.List;

/**
 * The two roles that a connected account creates for Countersign: a reader role and a decider role.
 *
 * @param reader ARN of the reader role
 * @param decider ARN of the decider role
 * @param externalId the external ID that Countersign sends
 */
record RolePlan(String account, TrustedPrincipal hub, String reader, String decider, String externalId) {

    private static final String ANY_ACCOUNT = "*";

    /** The actions that the code calls; the files in {@code role-templates} allow exactly these. */
    static final List<String> READING = List.of(
            "wellarchitected:ListShareInvitations",
            "wellarchitected:GetWorkload",
            "wellarchitected:GetLens",
            "wellarchitected:GetProfile",
            "wellarchitected:GetReviewTemplate",
            "wellarchitected:ListWorkloads",
            "wellarchitected:ListLenses",
            "wellarchitected:ListProfiles",
            "wellarchitected:ListReviewTemplates");

    static final List<String> DECIDING =
            List.of("wellarchitected:ListShareInvitations", "wellarchitected:UpdateShareInvitation");

    /** The pattern of the source identities that {@link DecisionSessionName} creates. */
    static final String SOURCE_IDENTITY = "*@decision-*";

    static RolePlan of(Connection connection, TrustedPrincipal trustedPrincipal, String externalId) {
        String reader =
                connection.roleArn() == null ? RoleNames.arn(connection, RoleNames.READER) : connection.roleArn();
        String decider = connection.decidingRoleArn();
        if (decider == null || decider.equals(reader)) {
            boolean taken = reader.endsWith("/" + RoleNames.DECIDER);
            decider = RoleNames.arn(connection, RoleNames.DECIDER + (taken ? "2" : ""));
        }
        return new RolePlan(connection.account().value(), trustedPrincipal, reader, decider, externalId);
    }

    /** Plans roles with the same names and the same external ID in many accounts. */
    static RolePlan ofOrganization(String partition, TrustedPrincipal trustedPrincipal, String externalId) {
        return new RolePlan(
                ANY_ACCOUNT,
                trustedPrincipal,
                RoleNames.arn(partition, ANY_ACCOUNT, RoleNames.READER),
                RoleNames.arn(partition, ANY_ACCOUNT, RoleNames.DECIDER),
                externalId);
    }

    /** Keeps the external ID out of logs. */
    @Override
    public String toString() {
        return "RolePlan[account=%s, hub=%s, reader=%s, decider=%s]".formatted(account, hub, reader, decider);
    }
}
