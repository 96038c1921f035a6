package io.countersign.connection.web;

import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import io.countersign.connection.aws.AwsRegions;
import io.countersign.connection.validation.ConnectionSyntax;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A check box for a Region, with its display name. */
public record RegionOption(String code, String place, boolean chosen) {

    /** A check box for several Regions; its value is their codes, separated by commas. */
    public record Preset(String key, String codes) {}

    /** Returns the Regions of the form, with those of its presets. */
    public static List<String> codes(@Nullable List<String> submitted) {
        return submitted == null
                ? List.of()
                : submitted.stream()
                        .flatMap(value -> Stream.of(value.split(",", -1)))
                        .map(String::strip)
                        .distinct()
                        .toList();
    }

    /** Returns all Regions of the partition {@code aws}, and the Regions of the connections if there are any. */
    public static List<Preset> presets(Collection<Connection> connections) {
        return Stream.of(
                        new Preset(
                                "all",
                                joined(AwsRegions.offeringService().stream()
                                        .filter(region -> AwsRegions.partitionOf(region.value())
                                                .equals("aws")))),
                        new Preset("same", String.join(",", used(connections))))
                .filter(preset -> !preset.codes().isEmpty())
                .toList();
    }

    /** Returns the Regions of the connections in a partition, each once. */
    public static List<String> used(Collection<Connection> connections, String partition) {
        return used(connections).stream()
                .filter(region -> AwsRegions.partitionOf(region).equals(partition))
                .toList();
    }

    private static List<String> used(Collection<Connection> connections) {
        return connections.stream()
                .flatMap(each -> each.regions().stream())
                .map(Region::value)
                .distinct()
                .toList();
    }

    private static String joined(Stream<Region> regions) {
        return regions.map(Region::value).distinct().collect(Collectors.joining(","));
    }

    /** Returns the Regions that the SDK lists and those selected, by partition. */
    public static Map<String, List<RegionOption>> all(Collection<String> chosen) {
        return Stream.concat(AwsRegions.offeringService().stream().map(Region::value), chosen.stream())
                .distinct()
                .filter(ConnectionSyntax::isRegion)
                .map(code -> new RegionOption(code, AwsRegions.placeOf(code), chosen.contains(code)))
                .collect(Collectors.groupingBy(
                        choice -> AwsRegions.partitionOf(choice.code()), LinkedHashMap::new, Collectors.toList()));
    }
}
