package io.countersign.decision.web;

import io.countersign.connection.Region;
import java.net.URI;

/** Links to the AWS console. */
final class ConsolePage {

    private ConsolePage() {}

    /** Returns the home page of the service in a Region, because AWS documents no URL for share invitations. */
    static URI of(String partition, Region region) {
        String host =
                switch (partition) {
                    case "aws-cn" -> region + ".console.amazonaws.cn";
                    case "aws-us-gov" -> region + ".console.amazonaws-us-gov.com";
                    default -> region + ".console.aws.amazon.com";
                };
        return URI.create("https://" + host + "/wellarchitected/home?region=" + region);
    }
}
