package io.countersign.policy;

/** The approvals that an accept requires, in ascending order. The message key is {@code rules.needs.<name>}. */
public enum RequiredApprovals {
    ONE,
    /** One user proposes, and another confirms. */
    SECOND_PERSON,
    /** One user proposes, and a lead confirms. */
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
