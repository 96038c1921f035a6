package io.countersign.decision;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.connection.Source;
import io.countersign.connection.api.CallIdentity;
import io.countersign.policy.Effect;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Audit entries about decisions. */
public final class DecisionAuditEntries {

    private DecisionAuditEntries() {}

    public static AuditEntry intended(Decision decision) {
        return ofDecider(
                decision, decision.batch() == null ? null : "bulk decision " + decision.batch(), checked(decision));
    }

    private static @Nullable String checked(Decision decision) {
        Instant listedAt = decision.lifecycle().listedAt();
        Permission permission = decision.reviewed().permission();
        return listedAt == null || permission == null || decision.leaving()
                ? null
                : "permission reviewed " + permission + ", re-checked " + permission + " at "
                        + listedAt.truncatedTo(ChronoUnit.SECONDS) + ", unchanged";
    }

    public static AuditEntry settled(Decision decision) {
        return ofDecider(decision, sentAs(decision.lifecycle().sentAs()), text(decision.failure()))
                .withRequestId(decision.requestId());
    }

    /** Every entry of the decider names the users behind the decision, so that each entry is complete. */
    private static AuditEntry ofDecider(Decision decision, @Nullable String... more) {
        String proposer = decision.approval().proposedBy();
        return entry(
                        decision.person(),
                        decision,
                        AuditOutcome.valueOf(decision.state().name()))
                .withMessage(lines(Stream.concat(
                        Stream.of(
                                inPlaceOf(decision.inPlaceOf()),
                                proposer == null ? null : "proposed by " + proposer,
                                decision.leaving() ? "confirmed: ends an access that was accepted elsewhere" : null,
                                decision.approval().breakGlass()
                                        ? "break-glass: accepted without a second approver"
                                        : null),
                        Stream.of(more))));
    }

    private static @Nullable String sentAs(@Nullable CallIdentity caller) {
        if (caller == null) {
            return null;
        }
        return switch (caller.kind()) {
            case ROLE -> "sent as " + caller.caller() + sourceIdentity(caller.sourceIdentity());
            case KEYS -> "sent with the access key " + caller.caller() + ", which identifies no person";
            case PROCESS ->
                "sent with Countersign's own credentials, access key " + caller.caller() + ", which identify no person";
            case UNRECORDED -> null;
        };
    }

    private static String sourceIdentity(@Nullable String sourceIdentity) {
        return sourceIdentity == null ? ", without a source identity" : ", source identity " + sourceIdentity;
    }

    public static AuditEntry observed(Decision decision) {
        EffectObservation observation =
                Objects.requireNonNull(decision.lifecycle().observation());
        return AuditEntry.bySystem(AuditAction.EFFECT_CHECK, outcome(decision, observation.effect()))
                .about(AuditSubjects.of(decision.source(), decision.reviewed()).withDecision(decision.id()))
                .withReason(decision.reason())
                .withMessage(observation.effect() + ": " + observation.text());
    }

    public static AuditEntry stopped(Decision decision) {
        return entry(AuditEntry.SYSTEM, decision, AuditOutcome.FAILED).withMessage(text(decision.failure()));
    }

    public static AuditEntry withdrawn(Decision decision, String by, @Nullable String inPlaceOf) {
        return entry(by, decision, AuditOutcome.WITHDRAWN).withMessage(inPlaceOf(inPlaceOf));
    }

    public static AuditEntry refused(
            Source source,
            ListedInvitation reviewed,
            InvitationAction invitationAction,
            String reason,
            String person,
            String why) {
        return AuditEntry.by(person, AuditAction.valueOf(invitationAction.name()), AuditOutcome.REFUSED)
                .about(AuditSubjects.of(source, reviewed))
                .withReason(reason)
                .withMessage(why);
    }

    private static AuditEntry entry(String actor, Decision decision, AuditOutcome outcome) {
        return AuditEntry.by(actor, AuditAction.valueOf(decision.action().name()), outcome)
                .about(AuditSubjects.of(decision.source(), decision.reviewed()).withDecision(decision.id()))
                .withReason(decision.reason());
    }

    /** The state that a read of AWS led to; for a decision that AWS confirmed, the effect that the read showed. */
    private static AuditOutcome outcome(Decision decision, Effect effect) {
        if (decision.state() != DecisionState.CONFIRMED || decision.returned() == null) {
            return AuditOutcome.valueOf(decision.state().name());
        }
        return switch (effect) {
            case IN_EFFECT -> AuditOutcome.IN_EFFECT;
            case CONTRARY -> AuditOutcome.MISMATCH;
            default -> AuditOutcome.UNKNOWN;
        };
    }

    private static @Nullable String inPlaceOf(@Nullable String other) {
        return other == null ? null : "on behalf of " + other;
    }

    private static @Nullable String text(@Nullable AwsFailure awsFailure) {
        return awsFailure == null ? null : awsFailure.summary();
    }

    private static @Nullable String lines(Stream<@Nullable String> lines) {
        String text = lines.filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }
}
