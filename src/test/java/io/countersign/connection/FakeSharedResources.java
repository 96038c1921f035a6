package io.countersign.connection;

import io.countersign.connection.api.SharedResources;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A fake in which accounts see no shared resources unless configured. */
public final class FakeSharedResources implements SharedResources {

    private final Map<InvitationId, ResourceVisibility> shown = new ConcurrentHashMap<>();
    private volatile ResourceVisibility usual = new ResourceVisibility.NotVisible();

    public void shows(InvitationId id, ResourceVisibility resourceVisibility) {
        shown.put(id, resourceVisibility);
    }

    /** Sets the default visibility. */
    public void showsUsually(ResourceVisibility resourceVisibility) {
        usual = resourceVisibility;
    }

    @Override
    public ResourceVisibility find(Source source, ListedInvitation invitation) {
        return shown.getOrDefault(invitation.id(), usual);
    }
}
