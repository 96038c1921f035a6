package io.countersign.invitation.queue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A badge of a row by which the queue can be filtered. */
public enum Badge {
    EXTERNAL("external"),
    NEW_OWNER("newOwner"),
    SECOND_APPROVAL("secondApproval");

    private final String parameter;

    Badge(String parameter) {
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }

    /** Returns whether it filters a tab: the rules say what open invitations need, not what a past decision needed. */
    public boolean appliesTo(QueueState state) {
        return this != SECOND_APPROVAL || state.open();
    }

    static Set<Badge> of(QueueParameters parameters) {
        Set<Badge> badges = EnumSet.noneOf(Badge.class);
        Arrays.stream(values())
                .filter(badge -> parameters.value(badge.parameter, Badge::chosen) != null)
                .forEach(badges::add);
        return badges;
    }

    private static String chosen(String value) {
        if (!value.equals("true")) {
            throw new IllegalArgumentException("must be true, or left out");
        }
        return value;
    }
}
