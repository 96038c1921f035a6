package io.countersign.connection;

import java.net.URI;

/** The AWS console, for people who want to look for themselves. */
public final class ConsolePage {

    private ConsolePage() {}

    /** The service's home in a Region: AWS documents no address for its page of share invitations. */
    public static URI of(String partition, Region region) {
        String host =
                switch (partition) {
                    case "aws-cn" -> region + ".console.amazonaws.cn";
                    case "aws-us-gov" -> region + ".console.amazonaws-us-gov.com";
                    default -> region + ".console.aws.amazon.com";
                };
        return URI.create("https://" + host + "/wellarchitected/home?region=" + region);
    }
}
