package io.countersign.history;

import io.countersign.connection.AccountId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is about; each member is null where it does not apply.
 *
 * @param accountId the recipient's account, where the decision was sent or the read was made
 */
record Subject(
        @Nullable String invitationId,
        @Nullable Long decisionId,
        @Nullable String resourceType,
        @Nullable String resourceName,
        @Nullable String resourceId,
        @Nullable String owner,
        @Nullable String accountId,
        @Nullable String region,
        @Nullable String permission) {

    static final Subject NONE = new Subject(null, null, null, null, null, null, null, null, null);

    static Subject of(AccountId account) {
        return new Subject(null, null, null, null, null, null, account.value(), null, null);
    }

    static Subject ofOwner(AccountId owner) {
        return new Subject(null, null, null, null, null, owner.value(), null, null, null);
    }

    static Subject of(Source source) {
        String account = source.account().value();
        return new Subject(
                null, null, null, null, null, null, account, source.region().value(), null);
    }

    static Subject of(Source source, ListedInvitation invitation, @Nullable Long decisionId) {
        return new Subject(
                invitation.id().value(),
                decisionId,
                invitation.type().value(),
                invitation.resourceName(),
                invitation.resourceId(),
                invitation.sharedBy(),
                source.account().value(),
                source.region().value(),
                invitation.permission() == null ? null : invitation.permission().value());
    }

    Subject fitted() {
        return new Subject(
                invitationId,
                decisionId,
                SafeText.line(resourceType, 100),
                SafeText.line(resourceName, 1000),
                SafeText.line(resourceId, 2100),
                SafeText.line(owner, 100),
                accountId,
                region,
                SafeText.line(permission, 100));
    }
}
