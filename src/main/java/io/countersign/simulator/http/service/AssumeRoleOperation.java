package io.countersign.simulator.http.service;

import io.countersign.simulator.access.CallerIdentity;
import io.countersign.simulator.access.RoleRegistry;
import io.countersign.simulator.access.RoleSession;
import io.countersign.simulator.access.SessionStore;
import io.countersign.simulator.access.SimulatedRole;
import io.countersign.simulator.http.protocol.FormInput;
import io.countersign.simulator.http.protocol.ResponseShape;
import io.countersign.simulator.http.protocol.TextConstraint;
import io.countersign.simulator.model.AwsException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operation AssumeRole: returns temporary credentials for a role. */
final class AssumeRoleOperation {

    private static final TextConstraint ARN = TextConstraint.between(20, 2048);
    private static final TextConstraint NAME = new TextConstraint(2, 64, Pattern.compile("[\\w+=,.@-]*"));
    private static final TextConstraint EXTERNAL_ID = new TextConstraint(2, 1224, Pattern.compile("[\\w+=,.@:\\/-]*"));
    private static final Pattern ROLE_ARN = Pattern.compile("arn:aws[-a-z]*:iam::[0-9]{12}:role/[\\w+=,.@/-]+");
    private static final int HOUR = 3600;

    private final RoleRegistry roles;
    private final SessionStore sessions;
    private final InstantSource clock;

    AssumeRoleOperation(RoleRegistry roles, SessionStore sessions, InstantSource clock) {
        this.roles = roles;
        this.sessions = sessions;
        this.clock = clock;
    }

    Map<String, Object> assume(CallerIdentity caller, FormInput form) {
        var arn = form.text("RoleArn", ARN);
        var name = form.text("RoleSessionName", NAME);
        var externalId = form.optional("ExternalId", EXTERNAL_ID);
        var sourceIdentity = form.optional("SourceIdentity", NAME);
        int seconds = form.number("DurationSeconds", 900, 12 * HOUR, HOUR);
        form.check();
        if (!ROLE_ARN.matcher(arn).matches()) {
            throw new AwsException(400, "ValidationError", arn + " is invalid");
        }
        var carried = caller.sourceIdentity() == null ? sourceIdentity : caller.sourceIdentity();
        // AWS answers the same for a role that does not exist and one that does not trust the caller
        var role = roles.find(arn)
                .filter(found -> found.trusts(caller, externalId, carried) && caller.isAllowed("sts:AssumeRole"))
                .orElseThrow(() -> denied(caller, "sts:AssumeRole", arn));
        refuseSourceIdentity(caller, role, sourceIdentity, carried);
        refuseDuration(caller, role, seconds);
        var until = clock.instant().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
        return output(sessions.open(role, name, carried, until), carried);
    }

    private static void refuseSourceIdentity(
            CallerIdentity caller, SimulatedRole role, @Nullable String asked, @Nullable String carried) {
        if (carried == null) {
            return;
        }
        var changed = asked != null && !asked.equals(carried);
        if (changed || !role.allowsSetSourceIdentity() || !caller.isAllowed("sts:SetSourceIdentity")) {
            throw denied(caller, "sts:SetSourceIdentity", role.arn());
        }
    }

    private static void refuseDuration(CallerIdentity caller, SimulatedRole role, int seconds) {
        if (caller.session() != null && seconds > HOUR) {
            throw new AwsException(
                    400,
                    "ValidationError",
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        }
        if (seconds > role.longestSession()) {
            throw new AwsException(
                    400,
                    "ValidationError",
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
    }

    private static Map<String, Object> output(RoleSession session, @Nullable String sourceIdentity) {
        return new ResponseShape()
                .with(
                        "Credentials",
                        new ResponseShape()
                                .with("AccessKeyId", session.accessKeyId())
                                .with("SecretAccessKey", session.secret())
                                .with("SessionToken", session.token())
                                .with("Expiration", session.expiresAt())
                                .toMap())
                .with(
                        "AssumedRoleUser",
                        new ResponseShape()
                                .with("AssumedRoleId", session.userId())
                                .with("Arn", session.arn())
                                .toMap())
                .with("SourceIdentity", sourceIdentity)
                .toMap();
    }

    private static AwsException denied(CallerIdentity caller, String action, String resource) {
        return AwsException.accessDenied(
                "User: " + caller.arn() + " is not authorized to perform: " + action + " on resource: " + resource);
    }
}
