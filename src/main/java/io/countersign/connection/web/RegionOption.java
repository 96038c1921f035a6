package io.countersign.connection.web;

import io.countersign.connection.Region;
import io.countersign.connection.aws.AwsRegions;
import io.countersign.connection.validation.ConnectionSyntax;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A check box for a Region, with its display name. */
public record RegionOption(String code, String place, boolean chosen) {

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
