package io.countersign.simulator.demo;

import io.countersign.simulator.rules.Caller;
import io.countersign.simulator.rules.Principal;
import io.countersign.simulator.rules.Resource;
import io.countersign.simulator.rules.ResourceType;
import io.countersign.simulator.rules.Share;
import io.countersign.simulator.rules.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The whole catalogue once. Ids follow from the content, so that the same round is the same on every machine. */
final class DemoRound {

    /** The oldest invitation still has half a day to live. */
    private static final Duration OLDEST = Duration.ofHours(156);

    /** Steps through the ages so that neighbours in the catalogue are not of one age. */
    private static final int STRIDE = 37;

    private final World world;
    private final int round;
    private int made;

    DemoRound(World world, int round) {
        this.world = world;
        this.round = round;
    }

    void offerAll() {
        var offers = DemoOffer.all();
        int total = offers.stream().mapToInt(offer -> offer.sharedWith().size()).sum();
        offers.forEach(offer -> offer(offer, total));
    }

    private void offer(DemoOffer offer, int total) {
        for (var recipient : offer.sharedWith()) {
            var createdAt = createdAt(made++, total);
            var resource = resource(offer, createdAt);
            var id = id(resource.id() + " " + recipient);
            if (world.share(id).isEmpty()) {
                world.put(Share.offer(id, resource, Principal.of(recipient), offer.permission(), createdAt));
            }
        }
    }

    private Resource resource(DemoOffer offer, Instant createdAt) {
        var owner = new Caller(offer.owner(), offer.region());
        var name = offer.nameIn(round);
        var key = id(offer.type() + " " + name + " " + owner);
        var made = Resource.make(offer.type(), owner, key, name, offer.attributes(), createdAt);
        var resource = offer.type() == ResourceType.LENS ? made.published("1.0", createdAt) : made;
        return world.resource(resource.id()).orElseGet(() -> {
            world.put(resource);
            return resource;
        });
    }

    private Instant createdAt(int index, int total) {
        return world.now()
                .minus(OLDEST.multipliedBy((long) index * STRIDE % total).dividedBy(total));
    }

    private static String id(String content) {
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
