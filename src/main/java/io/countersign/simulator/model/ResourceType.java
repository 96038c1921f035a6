package io.countersign.simulator.model;

import org.jspecify.annotations.Nullable;

/** The types of resources that can be shared. A null quota means that AWS publishes none. */
public enum ResourceType {
    WORKLOAD("workload", 20),
    LENS("lens", 300),
    PROFILE("profile", null),
    TEMPLATE("review-template", null);

    private final String arnWord;
    private final @Nullable Integer shareQuota;

    ResourceType(String arnWord, @Nullable Integer shareQuota) {
        this.arnWord = arnWord;
        this.shareQuota = shareQuota;
    }

    /** The word before the slash in an ARN of this type. */
    public String arnWord() {
        return arnWord;
    }

    /** How many accounts and users one resource can be shared with. */
    public @Nullable Integer shareQuota() {
        return shareQuota;
    }
}
