package io.countersign.audit;

import org.jspecify.annotations.Nullable;

/**
 * The subject of an entry; each component is null if it does not apply.
 *
 * @param accountId the recipient's account: the decision was sent there, or the read was made there
 */
public record AuditSubject(
        @Nullable String invitationId,
        @Nullable Long decisionId,
        @Nullable String resourceType,
        @Nullable String resourceName,
        @Nullable String resourceId,
        @Nullable String owner,
        @Nullable String accountId,
        @Nullable String region,
        @Nullable String permission) {

    public static final AuditSubject NONE = new AuditSubject(null, null, null, null, null, null, null, null, null);

    public static AuditSubject ofAccount(String account) {
        return new AuditSubject(null, null, null, null, null, null, account, null, null);
    }

    public static AuditSubject ofOwner(String owner) {
        return new AuditSubject(null, null, null, null, null, owner, null, null, null);
    }

    public static AuditSubject ofSource(String account, String region) {
        return new AuditSubject(null, null, null, null, null, null, account, region, null);
    }

    public AuditSubject withDecision(long id) {
        return new AuditSubject(
                invitationId, id, resourceType, resourceName, resourceId, owner, accountId, region, permission);
    }

    public AuditSubject sanitized() {
        return new AuditSubject(
                invitationId,
                decisionId,
                SanitizedText.line(resourceType, 100),
                SanitizedText.line(resourceName, 1000),
                SanitizedText.line(resourceId, 2100),
                SanitizedText.line(owner, 100),
                accountId,
                region,
                SanitizedText.line(permission, 100));
    }
}
