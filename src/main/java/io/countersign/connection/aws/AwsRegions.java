package io.countersign.connection.aws;

import io.countersign.connection.Region;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

/** Region metadata from the SDK. */
public final class AwsRegions {

    private AwsRegions() {}

    /** Derives the partition from the form of the code, so that it works for Regions newer than the SDK. */
    public static String partitionOf(String region) {
        return PartitionMetadata.of(software.amazon.awssdk.regions.Region.of(region))
                .id();
    }

    /**
     * Returns whether the SDK lists the service in the Region. False is no reason to refuse, because AWS may have added
     * it since.
     */
    public static boolean offersService(Region region) {
        return offered().anyMatch(region::equals);
    }

    /** Returns the Regions in which the SDK lists the service, sorted by code. */
    public static List<Region> offeringService() {
        return offered().sorted(Comparator.comparing(Region::value)).toList();
    }

    /** Returns the display name, such as "Europe (Ireland)"; the code for a Region newer than the SDK. */
    public static String placeOf(String region) {
        RegionMetadata known = RegionMetadata.of(software.amazon.awssdk.regions.Region.of(region));
        return known == null ? region : known.description();
    }

    private static Stream<Region> offered() {
        return WellArchitectedClient.serviceMetadata().regions().stream().map(region -> new Region(region.id()));
    }
}
