package io.countersign.connection;

import java.util.List;

/**
 * The type of a shared resource, as named by AWS. Values that are not in {@link #KNOWN} are kept unchanged, because AWS
 * may add types.
 */
public record ResourceType(String value) {

    public static final ResourceType WORKLOAD = new ResourceType("WORKLOAD");
    public static final ResourceType LENS = new ResourceType("LENS");
    public static final ResourceType PROFILE = new ResourceType("PROFILE");
    public static final ResourceType TEMPLATE = new ResourceType("TEMPLATE");

    /** In the order in which pages show them. */
    public static final List<ResourceType> KNOWN = List.of(WORKLOAD, LENS, PROFILE, TEMPLATE);

    public boolean known() {
        return KNOWN.contains(this);
    }

    @Override
    public String toString() {
        return value;
    }
}
