package io.countersign.simulator.control;

import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.ResourceShare;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.model.SharePermission;
import io.countersign.simulator.model.SharePrincipal;
import io.countersign.simulator.model.SharedResource;
import io.countersign.simulator.rules.SimulatedAws;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** One account and Region of a load fixture, with its invitations. */
final class LoadFixtureSource {

    private static final Map<String, Object> ATTRIBUTES = Map.of("Description", "Made for measuring");
    private static final ResourceType[] TYPES = ResourceType.values();
    private static final int PAGE = 50;

    private final String account;
    private final String region;
    private final Map<ResourceType, Integer> pending = new EnumMap<>(ResourceType.class);

    LoadFixtureSource(String account, String region) {
        this.account = account;
        this.region = region;
    }

    /**
     * The values of a source that a benchmark needs.
     *
     * @param calls how many list calls read all types and pages
     */
    record Line(String account, String accessKeyId, String region, Map<ResourceType, Integer> pending, int calls) {}

    /** Creates a resource that is shared with many sources of its Region. */
    static SharedResource shared(SimulatedAws aws, int number, String owner, String region) {
        var type = type(number);
        var key = "f1ee8" + HexFormat.of().toHexDigits(number) + "0".repeat(19);
        return resource(aws, type, new ApiCaller(owner, region), key, "Shared " + word(type) + " " + number);
    }

    boolean in(String other) {
        return region.equals(other);
    }

    void invite(SimulatedAws aws, int turn, String owner) {
        var type = type(turn);
        int number = next(type);
        var name = "Fleet " + word(type) + " " + account.substring(7) + " " + number;
        offer(aws, key(type, number), resource(aws, type, new ApiCaller(owner, region), key(type, number), name));
    }

    void invite(SimulatedAws aws, SharedResource resource) {
        offer(aws, key(resource.type(), next(resource.type())), resource);
    }

    private void offer(SimulatedAws aws, String key, SharedResource resource) {
        aws.put(ResourceShare.offer(
                key, resource, SharePrincipal.of(account), SharePermission.READONLY, resource.createdAt()));
    }

    private static SharedResource resource(
            SimulatedAws aws, ResourceType type, ApiCaller owner, String key, String name) {
        var made = SharedResource.make(type, owner, key, name, ATTRIBUTES, aws.now());
        var resource = type == ResourceType.LENS ? made.published("1.0", made.createdAt()) : made;
        aws.put(resource);
        return resource;
    }

    private static ResourceType type(int turn) {
        return TYPES[turn % TYPES.length];
    }

    private static String word(ResourceType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** Counts the invitations of a type. */
    private int next(ResourceType type) {
        return pending.merge(type, 1, Integer::sum);
    }

    Line line() {
        int calls = 0;
        for (var type : TYPES) {
            calls += Math.max(1, (pending.getOrDefault(type, 0) + PAGE - 1) / PAGE);
        }
        return new Line(account, "AKIADEMO" + account, region, pending, calls);
    }

    /** 32 digits that identify the account, the Region, the type and the number. */
    private String key(ResourceType type, int number) {
        var hex = HexFormat.of();
        return "f1ee7" + hex.toHexDigits(Long.parseLong(account), 10) + hex.toHexDigits(region.hashCode())
                + type.ordinal() + hex.toHexDigits(number);
    }
}
