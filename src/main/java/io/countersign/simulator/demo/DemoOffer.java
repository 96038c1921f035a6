package io.countersign.simulator.demo;

import io.countersign.simulator.model.AwsException;
import io.countersign.simulator.model.RegionCatalog;
import io.countersign.simulator.model.ResourceType;
import io.countersign.simulator.model.SharePermission;
import io.countersign.simulator.model.SharePrincipal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A resource of the demo and the accounts it is shared with. */
public record DemoOffer(
        ResourceType type,
        String name,
        String description,
        String owner,
        String region,
        SharePermission permission,
        List<String> sharedWith) {

    public DemoOffer {
        require(type, "type");
        require(name, "name");
        require(description, "description");
        require(permission, "permission");
        if (region == null || !RegionCatalog.isKnown(region)) {
            throw new IllegalArgumentException("region must be one that has the service");
        }
        if (owner == null || !owner.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("owner must have exactly 12 digits");
        }
        if (sharedWith == null || sharedWith.isEmpty() || sharedWith.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("sharedWith must name one or more accounts");
        }
        sharedWith.forEach(DemoOffer::requirePrincipal);
    }

    private static void requirePrincipal(String recipient) {
        try {
            SharePrincipal.of(recipient);
        } catch (AwsException e) {
            throw new IllegalArgumentException("sharedWith must contain 12-digit accounts or ARNs", e);
        }
    }

    private static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is required");
        }
    }

    static List<DemoOffer> all() {
        try (var in = DemoOffer.class.getResourceAsStream("shares.json")) {
            return List.of(JsonMapper.shared().readValue(in, DemoOffer[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of later rounds contain the number of the round, within 100 characters. */
    String nameIn(int round) {
        if (round == 1) {
            return name;
        }
        var suffix = " (" + round + ")";
        var room = Math.min(name.codePointCount(0, name.length()), 100 - suffix.length());
        return name.substring(0, name.offsetByCodePoints(0, room)) + suffix;
    }

    Map<String, Object> attributes() {
        return switch (type) {
            case WORKLOAD ->
                Map.of("Description", description, "Environment", "PRODUCTION", "Lenses", List.of("wellarchitected"));
            case LENS -> Map.of("Description", description);
            case PROFILE -> Map.of("ProfileDescription", description, "ProfileQuestions", List.of());
            case TEMPLATE -> Map.of("Description", description, "Lenses", List.of("wellarchitected"));
        };
    }
}
