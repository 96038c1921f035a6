package io.countersign.simulator.rules;

/** What a share grants. Only workloads know {@code CONTRIBUTOR}. */
public enum Permission {
    READONLY,
    CONTRIBUTOR
}
