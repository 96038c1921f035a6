package io.countersign.simulator.demo;

import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.ResourceShare;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.model.SharePrincipal;
import io.countersign.simulator.model.SharedResource;
import io.countersign.simulator.rules.SimulatedAws;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Creates the whole catalog once, or single shares. Ids are derived from the content, so that a round is the same on every machine. */
public final class DemoRound {

    /** The oldest invitation expires after another half day. */
    private static final Duration OLDEST = Duration.ofHours(156);

    /** The step between ages, so that neighbors in the catalog differ in age. */
    private static final int STRIDE = 37;

    private final SimulatedAws aws;
    private final int round;
    private int made;

    DemoRound(SimulatedAws aws, int round) {
        this.aws = aws;
        this.round = round;
    }

    /** Shares a resource at the simulated time and returns the IDs of its invitations. */
    public static List<String> offerNow(SimulatedAws aws, DemoOffer offer) {
        var round = new DemoRound(aws, 1);
        return offer.sharedWith().stream()
                .map(recipient -> round.offer(offer, recipient, aws.now()))
                .toList();
    }

    void offerAll() {
        var offers = DemoOffer.all();
        int total = offers.stream().mapToInt(offer -> offer.sharedWith().size()).sum();
        offers.forEach(offer -> offer(offer, total));
    }

    private void offer(DemoOffer offer, int total) {
        for (var recipient : offer.sharedWith()) {
            offer(offer, recipient, createdAt(made++, total));
        }
    }

    private String offer(DemoOffer offer, String recipient, Instant createdAt) {
        var resource = resource(offer, createdAt);
        var id = id(resource.id() + " " + recipient);
        if (aws.share(id).isEmpty()) {
            aws.put(ResourceShare.offer(id, resource, SharePrincipal.of(recipient), offer.permission(), createdAt));
        }
        return id;
    }

    private SharedResource resource(DemoOffer offer, Instant createdAt) {
        var owner = new ApiCaller(offer.owner(), offer.region());
        var name = offer.nameIn(round);
        var key = id(offer.type() + " " + name + " " + owner);
        var made = SharedResource.make(offer.type(), owner, key, name, offer.attributes(), createdAt);
        var resource = offer.type() == ResourceType.LENS ? made.published("1.0", createdAt) : made;
        return aws.resource(resource.id()).orElseGet(() -> {
            aws.put(resource);
            return resource;
        });
    }

    private Instant createdAt(int index, int total) {
        return aws.now()
                .minus(OLDEST.multipliedBy((long) index * STRIDE % total).dividedBy(total));
    }

    private static String id(String content) {
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
