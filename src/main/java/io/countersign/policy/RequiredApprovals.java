package io.countersign.policy;

/** How many people it takes to accept an invitation; the later the stricter. People read {@code rules.needs.<name>}. */
public enum RequiredApprovals {
    ONE,
    /** One proposes, another confirms. */
    SECOND_PERSON,
    /** One proposes, and a lead confirms. */
    LEAD;

    public boolean two() {
        return this != ONE;
    }

    Verdict alone() {
        return switch (this) {
            case ONE -> Verdict.ALLOWED;
            case SECOND_PERSON -> Verdict.SECOND_PERSON;
            case LEAD -> Verdict.LEAD;
        };
    }
}
