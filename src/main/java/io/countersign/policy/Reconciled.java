package io.countersign.policy;

/** What is concluded about an unclear decision. */
public record Reconciled(Conclusion conclusion, Effect effect) {

    public enum Conclusion {
        /** It was seen to be in effect. */
        CONFIRMED,
        /** It was seen to be without effect. */
        FAILED,
        /** Nothing yet. */
        OPEN
    }

    static Reconciled confirmed() {
        return new Reconciled(Conclusion.CONFIRMED, Effect.IN_EFFECT);
    }

    static Reconciled failed(Effect effect) {
        return new Reconciled(Conclusion.FAILED, effect);
    }

    static Reconciled open(Effect effect) {
        return new Reconciled(Conclusion.OPEN, effect);
    }
}
