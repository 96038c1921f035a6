package io.countersign.policy;

/** What is concluded about an unclear decision. */
public record ReconcileVerdict(Conclusion conclusion, Effect effect) {

    public enum Conclusion {
        /** It was seen to be in effect. */
        CONFIRMED,
        /** It was seen to be without effect. */
        FAILED,
        /** Nothing yet. */
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
