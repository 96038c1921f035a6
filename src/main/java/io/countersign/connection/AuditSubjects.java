package io.countersign.connection;

import io.countersign.audit.AuditSubject;

/** Describes accounts, sources and invitations as subjects of audit entries. */
public final class AuditSubjects {

    private AuditSubjects() {}

    public static AuditSubject of(AccountId account) {
        return AuditSubject.ofAccount(account.value());
    }

    public static AuditSubject of(Source source) {
        return AuditSubject.ofSource(source.account().value(), source.region().value());
    }

    public static AuditSubject of(Source source, ListedInvitation invitation) {
        return new AuditSubject(
                invitation.id().value(),
                null,
                invitation.type().value(),
                invitation.resourceName(),
                invitation.resourceId(),
                invitation.sharedBy(),
                source.account().value(),
                source.region().value(),
                invitation.permission() == null ? null : invitation.permission().value());
    }
}
