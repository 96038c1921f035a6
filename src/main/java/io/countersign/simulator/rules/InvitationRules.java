package io.countersign.simulator.rules;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The recipient's side: what waits, and the answer to it. */
public final class Invitations {

    /** How many answers came as far as these rules, and how many of them changed something. */
    public record Tally(long reached, long tookEffect) {}

    private final World world;
    private Tally tally = new Tally(0, 0);

    public Invitations(World world) {
        this.world = world;
    }

    public Page<Share> pending(
            Caller caller, @Nullable ResourceType type, Predicate<Resource> wanted, PageRequest page) {
        var now = world.now();
        var found = world.inbox(caller)
                .after(type, page.after())
                .filter(share -> share.statusAt(now) == ShareStatus.PENDING)
                .filter(share -> wanted.test(resourceOf(share)));
        return Page.ofRest(found, Share::sortKey, page);
    }

    public Share answer(Caller caller, String id, Action action) {
        tally = new Tally(tally.reached() + 1, tally.tookEffect());
        var share = world.share(id)
                .filter(found -> found.isFor(caller))
                .orElseThrow(() -> AwsException.notFound("SHARE_INVITATION", id));
        var answered = share.answered(action, world.now());
        world.put(answered);
        tally = new Tally(tally.reached(), tally.tookEffect() + 1);
        return answered;
    }

    public Resource resourceOf(Share share) {
        return world.resource(share.resourceId()).orElseThrow();
    }

    public Tally tally() {
        return tally;
    }

    public void resetTally() {
        tally = new Tally(0, 0);
    }
}
