package io.countersign.decision.web;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.api.CallIdentity;
import io.countersign.decision.ApprovalRecord;
import io.countersign.decision.Decision;
import io.countersign.decision.EffectObservation;
import io.countersign.policy.DecisionRule;
import io.countersign.policy.Effect;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The message keys for the state of a decision.
 *
 * @param banner message key part of the sentence that states the outcome
 * @param tone of the banner: {@code ok}, {@code no}, {@code warn} or {@code info}
 * @param whatNext message key part of the recommended next step; null for none
 */
public record DecisionMessages(
        String banner, String tone, @Nullable String whatNext) {

    public static DecisionMessages of(Decision decision) {
        return switch (decision.state()) {
            case HELD -> new DecisionMessages(held(decision.approval()), "info", null);
            case SENDING -> new DecisionMessages("SENDING", "info", "SENDING");
            case CONFIRMED -> confirmed(decision);
            case FAILED -> failed(decision);
            case UNKNOWN ->
                new DecisionMessages(
                        "UNKNOWN", "warn", remainsUnclear(decision) ? "UNKNOWN.ASK." + caller(decision) : "UNKNOWN");
            case WITHDRAWN -> new DecisionMessages("WITHDRAWN", "info", null);
        };
    }

    private static String held(ApprovalRecord approval) {
        if (approval.breakGlass()) {
            return "HELD.ALONE";
        }
        return approval.proposedBy() == null ? "HELD" : "HELD.CONFIRMED";
    }

    private static DecisionMessages confirmed(Decision decision) {
        String banner = "CONFIRMED." + decision.action();
        if (decision.settledByReading()) {
            return new DecisionMessages(banner + ".FOUND", "ok", "FOUND." + caller(decision));
        }
        EffectObservation observation = decision.lifecycle().observation();
        if (observation != null && observation.effect() == Effect.IN_EFFECT) {
            return new DecisionMessages(banner + ".IN_EFFECT", "ok", null);
        }
        // the effect may become visible with a delay
        boolean contrary = observation != null
                && observation.effect() == Effect.CONTRARY
                && decision.lifecycle().nextAt() == null;
        return contrary
                ? new DecisionMessages(banner + ".CONTRARY", "no", "CONTRARY")
                : new DecisionMessages(banner, "ok", null);
    }

    private static DecisionMessages failed(Decision decision) {
        if (decision.neverSent()) {
            return new DecisionMessages("STOPPED", "no", "STOPPED");
        }
        if (decision.settledByReading()) {
            EffectObservation observation = decision.lifecycle().observation();
            boolean pending = observation != null && observation.effect() == Effect.PENDING;
            return new DecisionMessages("FAILED.MISSED", "no", pending ? "AGAIN" : "MISSED");
        }
        return new DecisionMessages("FAILED", "no", whatNext(decision.failure()));
    }

    private static String whatNext(@Nullable AwsFailure awsFailure) {
        if (awsFailure == null) {
            return "FIX";
        }
        return switch (awsFailure.kind()) {
            case THROTTLED, AWS_DOWN, UNREACHABLE -> "LATER";
            default -> "FIX";
        };
    }

    /** CloudTrail finds the call by the identity that was used. */
    private static String caller(Decision unclear) {
        CallIdentity caller = unclear.lifecycle().sentAs();
        return caller == null ? "NONE" : caller.kind().name();
    }

    /** Returns whether a read that was late enough to be conclusive left the decision unclear. */
    private static boolean remainsUnclear(Decision unclear) {
        EffectObservation observation = unclear.lifecycle().observation();
        Instant since = unclear.answeredAt();
        return observation != null && since != null && observation.at().isAfter(since.plus(DecisionRule.STRAGGLER));
    }
}
