package io.countersign.decision;

import io.countersign.connection.Failure;
import io.countersign.policy.DecisionRule;
import io.countersign.policy.Effect;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a decision is put into words.
 *
 * @param banner message key part of the sentence that says how it came out
 * @param tone of the banner: {@code ok}, {@code no}, {@code warn} or {@code info}
 * @param whatNext message key part of what a person does next; null where nothing is to be done
 */
record DecisionWords(String banner, String tone, @Nullable String whatNext) {

    static DecisionWords of(Decision decision) {
        return switch (decision.state()) {
            case HELD -> new DecisionWords(decision.second().breakGlass() ? "HELD.ALONE" : "HELD", "info", null);
            case SENDING -> new DecisionWords("SENDING", "info", "SENDING");
            case CONFIRMED -> confirmed(decision);
            case FAILED -> failed(decision);
            case UNKNOWN -> new DecisionWords("UNKNOWN", "warn", asksSomebody(decision) ? "UNKNOWN.ASK" : "UNKNOWN");
            case WITHDRAWN -> new DecisionWords("WITHDRAWN", "info", null);
        };
    }

    private static DecisionWords confirmed(Decision decision) {
        String banner = "CONFIRMED." + decision.action();
        if (decision.settledByReading()) {
            return new DecisionWords(banner + ".FOUND", "ok", null);
        }
        Sight saw = decision.course().saw();
        if (saw != null && saw.effect() == Effect.IN_EFFECT) {
            return new DecisionWords(banner + ".IN_EFFECT", "ok", null);
        }
        // what AWS has just taken may need a moment until it can be seen
        boolean contrary = saw != null
                && saw.effect() == Effect.CONTRARY
                && decision.course().nextAt() == null;
        return contrary
                ? new DecisionWords(banner + ".CONTRARY", "no", "CONTRARY")
                : new DecisionWords(banner, "ok", null);
    }

    private static DecisionWords failed(Decision decision) {
        if (decision.neverSent()) {
            return new DecisionWords("STOPPED", "no", "STOPPED");
        }
        if (decision.settledByReading()) {
            Sight saw = decision.course().saw();
            boolean pending = saw != null && saw.effect() == Effect.PENDING;
            return new DecisionWords("FAILED.MISSED", "no", pending ? "AGAIN" : "MISSED");
        }
        return new DecisionWords("FAILED", "no", whatNext(decision.failure()));
    }

    private static String whatNext(@Nullable Failure failure) {
        if (failure == null) {
            return "FIX";
        }
        return switch (failure.kind()) {
            case THROTTLED, AWS_DOWN, UNREACHABLE -> "LATER";
            default -> "FIX";
        };
    }

    /** Whether AWS was read late enough to tell, and did not. */
    private static boolean asksSomebody(Decision unclear) {
        Sight saw = unclear.course().saw();
        Instant since = unclear.answeredAt();
        return saw != null && since != null && saw.at().isAfter(since.plus(DecisionRule.STRAGGLER));
    }
}
