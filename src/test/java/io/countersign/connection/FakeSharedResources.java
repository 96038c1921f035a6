package io.countersign.connection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What accounts see of others, for tests that are about something else: nothing, unless told. */
public final class FakeSharedResources implements SharedResources {

    private final Map<InvitationId, ResourceVisibility> shown = new ConcurrentHashMap<>();
    private volatile ResourceVisibility usual = new ResourceVisibility.NotVisible();

    public void shows(InvitationId id, ResourceVisibility resourceVisibility) {
        shown.put(id, resourceVisibility);
    }

    /** Everything for which nothing else was said. */
    public void showsUsually(ResourceVisibility resourceVisibility) {
        usual = resourceVisibility;
    }

    @Override
    public ResourceVisibility find(Source source, ListedInvitation invitation) {
        return shown.getOrDefault(invitation.id(), usual);
    }
}
