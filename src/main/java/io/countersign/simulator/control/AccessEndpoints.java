package io.countersign.simulator.control;

import io.countersign.simulator.access.Role;
import io.countersign.simulator.access.Sessions;
import io.countersign.simulator.fault.Trail;
import io.countersign.simulator.rules.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Roles, their sessions, and who did what with them. */
final class AccessEndpoints {

    private final World world;
    private final Sessions sessions;
    private final Trail trail;
    private final Runnable save;

    AccessEndpoints(World world, Sessions sessions, Trail trail, Runnable save) {
        this.world = world;
        this.sessions = sessions;
        this.trail = trail;
        this.save = save;
    }

    Map<String, ControlHandler.Endpoint> all() {
        return Map.of(
                "GET roles", body -> world.roles().all(),
                "PUT roles", body -> putRoles(Body.readList(body, Role[].class)),
                "DELETE roles", body -> deleteRoles(),
                "DELETE sessions", body -> expireSessions(),
                "GET trail", body -> trail.all());
    }

    private Object putRoles(List<Role> roles) {
        return changed(() -> roles.forEach(role -> {
            world.addAccount(role.account());
            world.roles().put(role);
        }));
    }

    private Object deleteRoles() {
        return changed(() -> world.roles().clear());
    }

    private Object expireSessions() {
        sessions.expire(Instant.now());
        return Map.of("expired", sessions.count());
    }

    private Object changed(Runnable change) {
        var roles = world.exclusively(() -> {
            change.run();
            world.touch();
            return world.roles().all();
        });
        save.run();
        return roles;
    }
}
