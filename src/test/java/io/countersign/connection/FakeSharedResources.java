package io.countersign.connection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What accounts see of others, for tests that are about something else: nothing, unless told. */
public final class FakeSharedResources implements SharedResources {

    private final Map<InvitationId, Visibility> shown = new ConcurrentHashMap<>();
    private volatile Visibility usual = new Visibility.NotVisible();

    public void shows(InvitationId id, Visibility visibility) {
        shown.put(id, visibility);
    }

    /** Everything for which nothing else was said. */
    public void showsUsually(Visibility visibility) {
        usual = visibility;
    }

    @Override
    public Visibility find(Source source, ListedInvitation invitation) {
        return shown.getOrDefault(invitation.id(), usual);
    }
}
