package io.countersign.identity;

/** What a person may do. Everybody reads; reviewers and leads decide; an auditor decides nothing; an admin runs the desk. */
public enum Role {
    REVIEWER,
    LEAD,
    AUDITOR,
    ADMIN
}
