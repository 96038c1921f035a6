package io.countersign.connection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A check box: a Region by its code, with the place where it lies. */
record RegionChoice(String code, String place, boolean chosen) {

    /** All that the SDK lists and all that are chosen, by partition. */
    static Map<String, List<RegionChoice>> all(Collection<String> chosen) {
        return Stream.concat(AwsRegions.offeringService().stream().map(Region::value), chosen.stream())
                .distinct()
                .filter(AccountCheck::isRegion)
                .map(code -> new RegionChoice(code, AwsRegions.placeOf(code), chosen.contains(code)))
                .collect(Collectors.groupingBy(
                        choice -> AwsRegions.partitionOf(choice.code()), LinkedHashMap::new, Collectors.toList()));
    }
}
