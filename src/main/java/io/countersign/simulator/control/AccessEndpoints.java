package io.countersign.simulator.control;

import io.countersign.simulator.access.SessionStore;
import io.countersign.simulator.access.SimulatedRole;
import io.countersign.simulator.fault.CallTrail;
import io.countersign.simulator.rules.SimulatedAws;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Control endpoints for roles, sessions and the call trail. */
final class AccessEndpoints {

    private final SimulatedAws aws;
    private final SessionStore sessions;
    private final CallTrail trail;
    private final Runnable save;

    AccessEndpoints(SimulatedAws aws, SessionStore sessions, CallTrail trail, Runnable save) {
        this.aws = aws;
        this.sessions = sessions;
        this.trail = trail;
        this.save = save;
    }

    Map<String, ControlHandler.Endpoint> all() {
        return Map.of(
                "GET roles", body -> aws.roles().all(),
                "PUT roles", body -> putRoles(RequestBody.readList(body, SimulatedRole[].class)),
                "DELETE roles", body -> deleteRoles(),
                "DELETE sessions", body -> expireSessions(),
                "GET trail", body -> trail.all());
    }

    private Object putRoles(List<SimulatedRole> roles) {
        return changed(() -> roles.forEach(role -> {
            aws.accounts().add(role.account());
            aws.roles().put(role);
        }));
    }

    private Object deleteRoles() {
        return changed(() -> aws.roles().clear());
    }

    private Object expireSessions() {
        sessions.expire(Instant.now());
        return Map.of("expired", sessions.count());
    }

    private Object changed(Runnable change) {
        var roles = aws.exclusively(() -> {
            change.run();
            aws.touch();
            return aws.roles().all();
        });
        save.run();
        return roles;
    }
}
