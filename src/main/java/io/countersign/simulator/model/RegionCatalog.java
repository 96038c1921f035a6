package io.countersign.simulator.model;

import java.util.Set;

/** The Regions in which the service is available. */
public final class RegionCatalog {

    private static final Set<String> KNOWN = Set.of(
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ca-central-1",
            "sa-east-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "ap-east-1",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "me-south-1",
            "us-gov-east-1",
            "us-gov-west-1");

    private RegionCatalog() {}

    public static boolean isKnown(String region) {
        return KNOWN.contains(region);
    }

    public static String partition(String region) {
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
