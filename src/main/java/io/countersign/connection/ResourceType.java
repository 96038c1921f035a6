package io.countersign.connection;

import java.util.List;

/** What is shared, in AWS's word. AWS may one day send a word that is not in {@link #KNOWN}: it is kept as it came. */
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
