package io.countersign.queue;

import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.queue.QueuePage.UnreadSource;
import io.countersign.sync.Coverage;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Describes sources whose last poll failed or is too old. */
@Component
class UnreadSources {

    private final Connections connections;
    private final MessageSourceAccessor messages;

    UnreadSources(Connections connections, MessageSource messages) {
        this.connections = connections;
        this.messages = new MessageSourceAccessor(messages);
    }

    List<UnreadSource> of(Coverage coverage) {
        return coverage.blind().stream().map(this::describe).toList();
    }

    private UnreadSource describe(Coverage.Unread unread) {
        String name = connections
                .find(unread.source().account())
                .map(Connection::name)
                .orElse(unread.source().account().value());
        return new UnreadSource(
                name, unread.source().region().value(), messages.getMessage(key(unread)), unread.since());
    }

    private static String key(Coverage.Unread unread) {
        if (unread.failure() != null) {
            return "failure." + unread.failure().kind() + ".short";
        }
        return unread.readAt() == null ? "invitation.coverage.never" : "invitation.coverage.old";
    }
}
