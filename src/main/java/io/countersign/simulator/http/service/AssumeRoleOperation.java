package io.countersign.simulator.http;

import io.countersign.simulator.access.Identity;
import io.countersign.simulator.access.Role;
import io.countersign.simulator.access.Roles;
import io.countersign.simulator.access.Session;
import io.countersign.simulator.access.Sessions;
import io.countersign.simulator.rules.AwsException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operation AssumeRole: a member account's role becomes temporary credentials. */
final class AssumeRole {

    private static final Constraint ARN = Constraint.between(20, 2048);
    private static final Constraint NAME = new Constraint(2, 64, Pattern.compile("[\\w+=,.@-]*"));
    private static final Constraint EXTERNAL_ID = new Constraint(2, 1224, Pattern.compile("[\\w+=,.@:\\/-]*"));
    private static final Pattern ROLE_ARN = Pattern.compile("arn:aws[-a-z]*:iam::[0-9]{12}:role/[\\w+=,.@/-]+");
    private static final int HOUR = 3600;

    private final Roles roles;
    private final Sessions sessions;
    private final InstantSource clock;

    AssumeRole(Roles roles, Sessions sessions, InstantSource clock) {
        this.roles = roles;
        this.sessions = sessions;
        this.clock = clock;
    }

    Map<String, Object> assume(Identity caller, Form form) {
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
        // a role that is not there and one that does not trust the caller look the same from outside
        var role = roles.find(arn)
                .filter(found -> found.trusts(caller, externalId, carried) && caller.may("sts:AssumeRole"))
                .orElseThrow(() -> denied(caller, "sts:AssumeRole", arn));
        refuseSourceIdentity(caller, role, sourceIdentity, carried);
        refuseDuration(caller, role, seconds);
        var until = clock.instant().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
        return output(sessions.open(role, name, carried, until), carried);
    }

    private static void refuseSourceIdentity(
            Identity caller, Role role, @Nullable String asked, @Nullable String carried) {
        if (carried == null) {
            return;
        }
        var changed = asked != null && !asked.equals(carried);
        if (changed || !role.letsSetSourceIdentity() || !caller.may("sts:SetSourceIdentity")) {
            throw denied(caller, "sts:SetSourceIdentity", role.arn());
        }
    }

    private static void refuseDuration(Identity caller, Role role, int seconds) {
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

    private static Map<String, Object> output(Session session, @Nullable String sourceIdentity) {
        return Shape.of(
                "Credentials",
                Shape.of(
                        "AccessKeyId",
                        session.accessKeyId(),
                        "SecretAccessKey",
                        session.secret(),
                        "SessionToken",
                        session.token(),
                        "Expiration",
                        session.expiresAt()),
                "AssumedRoleUser",
                Shape.of("AssumedRoleId", session.userId(), "Arn", session.arn()),
                "SourceIdentity",
                sourceIdentity);
    }

    private static AwsException denied(Identity caller, String action, String resource) {
        return AwsException.accessDenied(
                "User: " + caller.arn() + " is not authorized to perform: " + action + " on resource: " + resource);
    }
}
