package io.countersign.policy;

/** The conclusion about an unclear decision. */
public record ReconcileVerdict(Conclusion conclusion, Effect effect) {

    public enum Conclusion {
        /** A read showed that it is in effect. */
        CONFIRMED,
        /** A read showed that it had no effect. */
        FAILED,
        /** No conclusion yet. */
        OPEN
    }

    static ReconcileVerdict confirmed() {
        return new ReconcileVerdict(Conclusion.CONFIRMED, Effect.IN_EFFECT);
    }

    static ReconcileVerdict failed(Effect effect) {
        return new ReconcileVerdict(Conclusion.FAILED, effect);
    }

    static ReconcileVerdict open(Effect effect) {
        return new ReconcileVerdict(Conclusion.OPEN, effect);
    }
}
