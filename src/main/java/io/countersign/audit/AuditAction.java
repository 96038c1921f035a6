package io.countersign.audit;

/** A completed or attempted action. The label of an action is the message {@code history.action.<name>}. */
public enum AuditAction {
    ACCEPT,
    REJECT,
    /** A decision that needs a second approval was proposed, or its proposal ended. */
    PROPOSE,
    /** An admin decided alone where a second approval is required. */
    BREAK_GLASS,
    /** More names of bypassed approvers, which do not fit into the entry of the break-glass accept. */
    BREAK_GLASS_NAMES,
    /** AWS was read for new, changed and removed invitations. */
    READ,
    /** AWS was read to see whether a decision took effect. */
    EFFECT_CHECK,
    /** A connection was changed, or the accounts of the organization were listed. */
    CONNECTION_CHANGED,
    /** A pending invitation comes close to its expiry. */
    EXPIRY_WARNING,
    /** The address book of owners was changed. */
    OWNER_CHANGED,
    /** A value that decides who may decide was changed, or a user confirmed such a change. */
    AUTHORITY_CHANGED,
    /** The reason templates were changed. */
    REASONS_CHANGED,
    TEAM_CHANGED,
    /** A bulk decision was started, stopped or finished. */
    BATCH,
    /** A delegation was added, accepted, declined or ended. */
    DELEGATE,
    CLAIM,
    RELEASE,
    HANDOVER,
    ASSIGN,
    COMMENT,
    SIGN_IN,
    /** The one user who may sign in without the identity provider did so. */
    BREAK_GLASS_SIGN_IN,
    SIGN_OUT,
    /** A user or an admin ended a session on the page of sessions. */
    SESSION_ENDED,
    /** The page of an invitation was viewed, or a request was refused. */
    VIEW,
    EXPORT,
    /** A change of the audit log itself: a new signing key, or older entries that joined the chain. */
    AUDIT_LOG
}
