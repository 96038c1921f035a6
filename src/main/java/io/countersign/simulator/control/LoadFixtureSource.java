package io.countersign.simulator.control;

import io.countersign.simulator.rules.Caller;
import io.countersign.simulator.rules.Permission;
import io.countersign.simulator.rules.Principal;
import io.countersign.simulator.rules.Resource;
import io.countersign.simulator.rules.ResourceType;
import io.countersign.simulator.rules.Share;
import io.countersign.simulator.rules.World;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** An account of a fleet in one Region, and what it was invited to. */
final class FleetSource {

    private static final String OWNER = "555566667777";
    private static final Map<String, Object> ATTRIBUTES = Map.of("Description", "Made for measuring");
    private static final ResourceType[] TYPES = ResourceType.values();
    private static final int PAGE = 50;

    private final String account;
    private final String region;
    private final Map<ResourceType, Integer> pending = new EnumMap<>(ResourceType.class);

    FleetSource(String account, String region) {
        this.account = account;
        this.region = region;
    }

    /**
     * A source as a benchmark needs it.
     *
     * @param calls how many lists, one type after the other and all pages, read it
     */
    record Line(String account, String accessKeyId, String region, Map<ResourceType, Integer> pending, int calls) {}

    void invite(World world, int turn) {
        var type = TYPES[turn % TYPES.length];
        int number = pending.merge(type, 1, Integer::sum);
        var key = key(type, number);
        var name = "Fleet " + type.name().toLowerCase(Locale.ROOT) + " " + account.substring(7) + " " + number;
        var made = Resource.make(type, new Caller(OWNER, region), key, name, ATTRIBUTES, world.now());
        var resource = type == ResourceType.LENS ? made.published("1.0", made.createdAt()) : made;
        world.put(resource);
        world.put(Share.offer(key, resource, Principal.of(account), Permission.READONLY, made.createdAt()));
    }

    Line line() {
        int calls = 0;
        for (var type : TYPES) {
            calls += Math.max(1, (pending.getOrDefault(type, 0) + PAGE - 1) / PAGE);
        }
        return new Line(account, "AKIADEMO" + account, region, pending, calls);
    }

    /** 32 digits that tell the account, the Region, the type and the number. */
    private String key(ResourceType type, int number) {
        var hex = HexFormat.of();
        return "f1ee7" + hex.toHexDigits(Long.parseLong(account), 10) + hex.toHexDigits(region.hashCode())
                + type.ordinal() + hex.toHexDigits(number);
    }
}
