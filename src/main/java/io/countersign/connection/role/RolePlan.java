package io.countersign.connection.role;

import io.countersign.connection.Connection;
import io.countersign.connection.SentAs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The two roles that a connected account is asked to make: one that reads, one that decides, both for Countersign alone.
 *
 * @param reader ARN of the role to read with
 * @param decider ARN of the role to decide with
 * @param externalId the one that Countersign sends
 */
record RolePlan(String account, TrustedPrincipal hub, String reader, String decider, String externalId) {

    /** What the code calls, and nothing else. */
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

    /** What {@link SentAs} makes. */
    static final String SOURCE_IDENTITY = "*@decision-*";

    private static final String ASSUME = "sts:AssumeRole";
    private static final String NAME_SOMEBODY = "sts:SetSourceIdentity";

    static RolePlan of(Connection connection, TrustedPrincipal trustedPrincipal, String externalId) {
        String roles = "arn:" + connection.partition() + ":iam::" + connection.account() + ":role/";
        String reader = connection.roleArn() == null ? roles + "countersign-reader" : connection.roleArn();
        String decider = connection.decidingRoleArn();
        if (decider == null || decider.equals(reader)) {
            decider = roles + (reader.endsWith("/countersign-decider") ? "countersign-decides" : "countersign-decider");
        }
        return new RolePlan(connection.account().value(), trustedPrincipal, reader, decider, externalId);
    }

    /** @param externalId as the text that it goes into writes it: a value or a reference */
    Map<String, Object> readerTrust(Object externalId) {
        return document(List.of(trust(ASSUME, Map.of("StringEquals", Map.of("sts:ExternalId", externalId)))));
    }

    /** Two statements: AWS does not say that the external id is known where the source identity is judged. */
    Map<String, Object> deciderTrust(Object externalId) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("StringEquals", Map.of("sts:ExternalId", externalId));
        both.put("StringLike", Map.of("sts:SourceIdentity", SOURCE_IDENTITY));
        return document(List.of(
                trust(ASSUME, both),
                trust(NAME_SOMEBODY, Map.of("StringLike", Map.of("sts:SourceIdentity", SOURCE_IDENTITY)))));
    }

    Map<String, Object> readerPermissions() {
        return document(List.of(permission(READING, "*")));
    }

    Map<String, Object> deciderPermissions() {
        return document(List.of(permission(DECIDING, "*")));
    }

    /** For the role of Countersign itself. */
    Map<String, Object> hubPermissions() {
        return document(
                List.of(permission(List.of(ASSUME), reader), permission(List.of(ASSUME, NAME_SOMEBODY), decider)));
    }

    private static Map<String, Object> document(List<Map<String, Object>> statements) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", "2012-10-17");
        document.put("Statement", statements);
        return document;
    }

    private Map<String, Object> trust(String action, Map<String, Object> condition) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        statement.put("Principal", Map.of("AWS", hub.principal()));
        statement.put("Action", action);
        statement.put("Condition", condition);
        return statement;
    }

    private static Map<String, Object> permission(List<String> actions, String resource) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        statement.put("Action", List.copyOf(actions));
        statement.put("Resource", resource);
        return statement;
    }

    /** Keeps the external id out of logs. */
    @Override
    public String toString() {
        return "RolePlan[account=%s, hub=%s, reader=%s, decider=%s]".formatted(account, hub, reader, decider);
    }
}
