package io.countersign.identity;

/**
 * The permissions of a user. The first four roles may read; reviewers and leads may decide; auditors only read; admins
 * configure the application. SERVICE marks a service account: it gives no access to pages and never counts as an
 * approver.
 */
public enum Role {
    REVIEWER,
    LEAD,
    AUDITOR,
    ADMIN,
    SERVICE
}
