package io.countersign.connection;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

/** What the SDK knows of Regions. */
final class AwsRegions {

    private AwsRegions() {}

    /** By the Region's shape, so it answers for Regions newer than the SDK. */
    static String partitionOf(String region) {
        return PartitionMetadata.of(software.amazon.awssdk.regions.Region.of(region))
                .id();
    }

    /** Whether the SDK lists the service there. AWS may have opened it since: not a reason to refuse. */
    static boolean offersService(Region region) {
        return WellArchitectedClient.serviceMetadata().regions().stream()
                .anyMatch(known -> known.id().equals(region.value()));
    }
}
