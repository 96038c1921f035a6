package io.countersign.connection;

import io.countersign.connection.api.CallIdentity;
import io.countersign.connection.api.DecisionSessionName;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.ShareInvitations;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.api.UpdatedInvitation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** A fake of AWS that returns configured outcomes and records calls. */
public final class FakeShareInvitations implements ShareInvitations {

    private static final ListOutcome NOTHING = new ListOutcome.Complete(List.of());

    private final Map<Source, Map<ResourceType, ListOutcome>> listings = new ConcurrentHashMap<>();
    private final List<Source> listed = Collections.synchronizedList(new ArrayList<>());
    private final List<InvitationId> updated = Collections.synchronizedList(new ArrayList<>());
    private final List<DecisionSessionName> senders = Collections.synchronizedList(new ArrayList<>());
    private volatile Runnable duringList = () -> {};
    private volatile Function<InvitationId, UpdateOutcome> answer = FakeShareInvitations::confirmed;

    public void lists(Source source, ResourceType type, ListOutcome outcome) {
        listings.computeIfAbsent(source, any -> new ConcurrentHashMap<>()).put(type, outcome);
    }

    public void answers(Function<InvitationId, UpdateOutcome> answer) {
        this.answer = answer;
    }

    /** Runs during every list call. */
    public void onList(Runnable duringList) {
        this.duringList = duringList;
    }

    /** Returns the source of each list call. */
    public List<Source> listed() {
        return List.copyOf(listed);
    }

    /** Returns the ID of each update call. */
    public List<InvitationId> updated() {
        return List.copyOf(updated);
    }

    /** The session name of each update call. */
    public List<DecisionSessionName> senders() {
        return List.copyOf(senders);
    }

    @Override
    public ListOutcome list(Source source, ResourceType type) {
        listed.add(source);
        duringList.run();
        return listings.getOrDefault(source, Map.of()).getOrDefault(type, NOTHING);
    }

    @Override
    public UpdateOutcome update(
            Source source,
            InvitationId id,
            InvitationAction invitationAction,
            DecisionSessionName decisionSessionName,
            Consumer<CallIdentity> beforeSend) {
        beforeSend.accept(CallIdentity.of(CallIdentity.Kind.KEYS, "AKIAFAKE"));
        updated.add(id);
        senders.add(decisionSessionName);
        return answer.apply(id);
    }

    private static UpdateOutcome confirmed(InvitationId id) {
        UpdatedInvitation returned = new UpdatedInvitation(id.value(), "WORKLOAD", null, null, null, null, null);
        return new UpdateOutcome.Updated(returned, "request-" + id.value().substring(28));
    }
}
