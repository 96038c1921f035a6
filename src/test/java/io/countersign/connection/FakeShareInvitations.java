package io.countersign.connection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** AWS for tests that are about something else: answers as it is told and remembers what it was asked. */
public final class FakeShareInvitations implements ShareInvitations {

    private static final ListOutcome NOTHING = new ListOutcome.Complete(List.of());

    private final Map<Source, Map<ResourceType, ListOutcome>> listings = new ConcurrentHashMap<>();
    private final List<Source> listed = Collections.synchronizedList(new ArrayList<>());
    private final List<InvitationId> updated = Collections.synchronizedList(new ArrayList<>());
    private final List<DecisionSessionName> senders = Collections.synchronizedList(new ArrayList<>());
    private volatile Runnable happening = () -> {};
    private volatile Function<InvitationId, UpdateOutcome> answer = FakeShareInvitations::confirmed;

    public void lists(Source source, ResourceType type, ListOutcome outcome) {
        listings.computeIfAbsent(source, any -> new ConcurrentHashMap<>()).put(type, outcome);
    }

    public void answers(Function<InvitationId, UpdateOutcome> answer) {
        this.answer = answer;
    }

    /** Happens in the middle of every list. */
    public void onList(Runnable happening) {
        this.happening = happening;
    }

    /** One for each call. */
    public List<Source> listed() {
        return List.copyOf(listed);
    }

    /** One for each call. */
    public List<InvitationId> updated() {
        return List.copyOf(updated);
    }

    /** In whose name; one for each call of update. */
    public List<DecisionSessionName> senders() {
        return List.copyOf(senders);
    }

    @Override
    public ListOutcome list(Source source, ResourceType type) {
        listed.add(source);
        happening.run();
        return listings.getOrDefault(source, Map.of()).getOrDefault(type, NOTHING);
    }

    @Override
    public UpdateOutcome update(
            Source source,
            InvitationId id,
            InvitationAction invitationAction,
            DecisionSessionName decisionSessionName) {
        updated.add(id);
        senders.add(decisionSessionName);
        return answer.apply(id);
    }

    private static UpdateOutcome confirmed(InvitationId id) {
        UpdatedInvitation returned = new UpdatedInvitation(id.value(), "WORKLOAD", null, null, null, null, null);
        return new UpdateOutcome.Updated(returned, "request-" + id.value().substring(28));
    }
}
