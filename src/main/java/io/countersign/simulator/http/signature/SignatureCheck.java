package io.countersign.simulator.http.signature;

import io.countersign.simulator.http.protocol.AwsRequest;
import io.countersign.simulator.model.AwsException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Predicate;

/** Finds the caller that signed a request, or refuses it as AWS does. It uses the real time, not the simulated one. */
public final class SignatureCheck {

    private final AccessKeyStore credentials;
    private final InstantSource clock;
    private final SigningKeyCache keys = new SigningKeyCache();

    public SignatureCheck(AccessKeyStore credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * @param service the name of the service that the signature must name
     * @param isServedIn whether the service has an endpoint in a Region
     */
    public SignedCaller check(AwsRequest request, String service, Predicate<String> isServedIn) {
        var authorization = AuthorizationHeader.parse(request.header("authorization")
                .orElseThrow(() ->
                        new AwsException(403, "MissingAuthenticationTokenException", "Missing Authentication Token")));
        var stamp = request.header("x-amz-date")
                .orElseThrow(() -> incomplete("Authorization header requires existence of an 'X-Amz-Date' header."));
        var credential = credential(request, authorization);
        refuseWrongScope(authorization, stamp, service, isServedIn);
        SigningTime.check(stamp, clock.instant());
        refuseUnsignedHeaders(request, authorization);
        refuseWrongSignature(request, authorization, stamp, credential);
        return new SignedCaller(credential.identity(), authorization.accessKeyId(), authorization.region());
    }

    private AccessKey credential(AwsRequest request, AuthorizationHeader authorization) {
        var token = request.header("x-amz-security-token").orElse(null);
        var credential = credentials
                .find(authorization.accessKeyId(), authorization.region())
                .filter(found -> found.acceptsToken(token))
                .orElseThrow(() -> new AwsException(
                        403, "UnrecognizedClientException", "The security token included in the request is invalid."));
        if (credential.isExpiredAt(clock.instant())) {
            throw new AwsException(
                    403, "ExpiredTokenException", "The security token included in the request is expired");
        }
        return credential;
    }

    private static void refuseWrongScope(
            AuthorizationHeader authorization, String stamp, String service, Predicate<String> isServedIn) {
        if (!authorization.service().equals(service)) {
            throw invalid("Credential should be scoped to correct service: '" + service + "'.");
        }
        if (!isServedIn.test(authorization.region())) {
            throw invalid("Credential should be scoped to a valid region.");
        }
        if (!stamp.startsWith(authorization.date())) {
            throw invalid("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.");
        }
    }

    private static void refuseUnsignedHeaders(AwsRequest request, AuthorizationHeader authorization) {
        var signed = authorization.signedHeaders();
        var unsigned = request.headers().keySet().stream()
                .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
                .filter(name -> !signed.contains(name))
                .findFirst();
        if (!signed.contains("host") || unsigned.isPresent()) {
            throw invalid("'" + unsigned.orElse("host") + "' must be a 'SignedHeader' in the AWS Authorization.");
        }
    }

    private void refuseWrongSignature(
            AwsRequest request, AuthorizationHeader authorization, String stamp, AccessKey credential) {
        var canonical = CanonicalRequest.of(request, authorization.signedHeaders());
        var toSign = String.join(
                "\n",
                AuthorizationHeader.ALGORITHM,
                stamp,
                authorization.scope(),
                DigestFunctions.sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        var expected = HexFormat.of().formatHex(DigestFunctions.hmac(keys.of(credential, authorization), toSign));
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                authorization.signature().getBytes(StandardCharsets.UTF_8))) {
            throw invalid("The request signature we calculated does not match the signature you provided. Check your"
                    + " AWS Secret Access Key and signing method. Consult the service documentation for details.");
        }
    }

    static AwsException invalid(String message) {
        return new AwsException(403, "InvalidSignatureException", message);
    }

    static AwsException incomplete(String message) {
        return new AwsException(403, "IncompleteSignatureException", message);
    }
}
