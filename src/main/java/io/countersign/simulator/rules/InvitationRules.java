package io.countersign.simulator.rules;

import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.AwsException;
import io.countersign.simulator.model.InvitationAction;
import io.countersign.simulator.model.PageRequest;
import io.countersign.simulator.model.ResourceShare;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.model.ResultPage;
import io.countersign.simulator.model.ShareStatus;
import io.countersign.simulator.model.SharedResource;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rules for the recipient: lists pending invitations and answers them. */
public final class InvitationRules {

    /** How many answers reached these rules, and how many of them took effect. */
    public record Tally(long reached, long tookEffect) {}

    private final SimulatedAws aws;
    private Tally tally = new Tally(0, 0);

    public InvitationRules(SimulatedAws aws) {
        this.aws = aws;
    }

    public ResultPage<ResourceShare> pending(
            ApiCaller caller, @Nullable ResourceType type, Predicate<SharedResource> wanted, PageRequest page) {
        var now = aws.now();
        var found = aws.inbox(caller)
                .after(type, page.after())
                .filter(share -> share.statusAt(now) == ShareStatus.PENDING)
                // the demo creates shares ahead of the simulated time
                .filter(share -> !share.createdAt().isAfter(now))
                .filter(share -> wanted.test(resourceOf(share)));
        return ResultPage.ofRest(found, ResourceShare::sortKey, page);
    }

    public ResourceShare answer(ApiCaller caller, String id, InvitationAction action) {
        tally = new Tally(tally.reached() + 1, tally.tookEffect());
        var share = aws.share(id)
                .filter(found -> found.isFor(caller))
                .orElseThrow(() -> AwsException.notFound("SHARE_INVITATION", id));
        var answered = share.answered(action, aws.now());
        aws.put(answered);
        tally = new Tally(tally.reached(), tally.tookEffect() + 1);
        return answered;
    }

    public SharedResource resourceOf(ResourceShare share) {
        return aws.resource(share.resourceId()).orElseThrow();
    }

    public Tally tally() {
        return tally;
    }

    public void resetTally() {
        tally = new Tally(0, 0);
    }
}
