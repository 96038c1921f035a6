package io.countersign.identity;

/**
 * What a user may do. The first four roles read; reviewers and leads decide; auditors decide nothing; admins configure the
 * application. SERVICE marks the account of a program: it opens no page by itself and never counts as an approver.
 */
public enum Role {
    REVIEWER,
    LEAD,
    AUDITOR,
    ADMIN,
    SERVICE
}
