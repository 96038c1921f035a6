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

    private static final String OWNER = "555566667777";
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

    void invite(SimulatedAws aws, int turn) {
        var type = TYPES[turn % TYPES.length];
        int number = pending.merge(type, 1, Integer::sum);
        var key = key(type, number);
        var name = "Fleet " + type.name().toLowerCase(Locale.ROOT) + " " + account.substring(7) + " " + number;
        var made = SharedResource.make(type, new ApiCaller(OWNER, region), key, name, ATTRIBUTES, aws.now());
        var resource = type == ResourceType.LENS ? made.published("1.0", made.createdAt()) : made;
        aws.put(resource);
        aws.put(ResourceShare.offer(
                key, resource, SharePrincipal.of(account), SharePermission.READONLY, made.createdAt()));
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
