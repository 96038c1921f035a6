package io.countersign.simulator.http.signature;

import io.countersign.simulator.model.AwsException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The parsed Authorization header of Signature Version 4. */
record AuthorizationHeader(
        String accessKeyId, String date, String region, String service, List<String> signedHeaders, String signature) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final Pattern SHAPE = Pattern.compile(ALGORITHM
            + "\\s+Credential=([^/,\\s]+)/([0-9]{8})/([^/,\\s]+)/([^/,\\s]+)/aws4_request"
            + "\\s*,\\s*SignedHeaders=([^,\\s]+)\\s*,\\s*Signature=([0-9a-f]{64})\\s*");

    static AuthorizationHeader parse(String header) {
        var matcher = SHAPE.matcher(header);
        if (!matcher.matches()) {
            throw new AwsException(
                    403,
                    "IncompleteSignatureException",
                    "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' of " + ALGORITHM
                            + ".");
        }
        return new AuthorizationHeader(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3),
                matcher.group(4),
                Arrays.asList(matcher.group(5).split(";")),
                matcher.group(6));
    }

    String scope() {
        return String.join("/", date, region, service, "aws4_request");
    }
}
