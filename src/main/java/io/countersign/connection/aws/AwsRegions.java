package io.countersign.connection.aws;

import io.countersign.connection.Region;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

/** What the SDK knows of Regions. */
public final class AwsRegions {

    private AwsRegions() {}

    /** By the Region's shape, so it answers for Regions newer than the SDK. */
    public static String partitionOf(String region) {
        return PartitionMetadata.of(software.amazon.awssdk.regions.Region.of(region))
                .id();
    }

    /** Whether the SDK lists the service there. AWS may have opened it since: not a reason to refuse. */
    public static boolean offersService(Region region) {
        return offered().anyMatch(region::equals);
    }

    /** Where the SDK lists the service, by code. */
    public static List<Region> offeringService() {
        return offered().sorted(Comparator.comparing(Region::value)).toList();
    }

    /** "Europe (Ireland)"; the code itself for a Region newer than the SDK. */
    public static String placeOf(String region) {
        RegionMetadata known = RegionMetadata.of(software.amazon.awssdk.regions.Region.of(region));
        return known == null ? region : known.description();
    }

    private static Stream<Region> offered() {
        return WellArchitectedClient.serviceMetadata().regions().stream().map(region -> new Region(region.id()));
    }
}
