package io.countersign.identity;

/**
 * What a person may do. The first four read; reviewers and leads decide; an auditor decides nothing; an admin runs the
 * desk. METRICS is for the program that collects measurements, and opens no page.
 */
public enum Role {
    REVIEWER,
    LEAD,
    AUDITOR,
    ADMIN,
    METRICS
}
