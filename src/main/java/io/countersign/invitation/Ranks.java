package io.countersign.invitation;

import io.countersign.owner.OwnersMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives pending invitations another rank when their owners came into the organization or left it. */
@Component
class Ranks {

    private static final String SETTLE = "update invitation set priority = %s where state = 'PENDING' and not (%s)"
            .formatted(Priority.moved("permission", "shared_by"), Priority.settled());

    private final JdbcClient jdbc;

    Ranks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(OwnersMoved moved) {
        settle();
    }

    /** Returns how many moved. */
    int settle() {
        return jdbc.sql(SETTLE).update();
    }
}
