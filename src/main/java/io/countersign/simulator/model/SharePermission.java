package io.countersign.simulator.model;

/** The permission that a share grants. Only workloads support {@code CONTRIBUTOR}. */
public enum SharePermission {
    READONLY,
    CONTRIBUTOR
}
