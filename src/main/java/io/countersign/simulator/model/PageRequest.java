package io.countersign.simulator.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The page that a request asks for.
 *
 * @param scope the caller, the list and its filters; a token is valid only for the scope it was created in
 */
public record PageRequest(int limit, @Nullable String token, String scope) {

    /** The sort key after which the page starts; empty for the first page. */
    public String after() {
        if (token == null) {
            return "";
        }
        var decoded = decode(token);
        if (!decoded.startsWith(prefix())) {
            throw badToken();
        }
        return decoded.substring(prefix().length());
    }

    public String tokenAfter(String sortKey) {
        var bytes = (prefix() + sortKey).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String prefix() {
        var sum = new CRC32();
        sum.update(scope.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue()) + " ";
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw badToken();
        }
    }

    private static AwsException badToken() {
        return AwsException.invalid("NextToken", "is not valid for this request");
    }
}
