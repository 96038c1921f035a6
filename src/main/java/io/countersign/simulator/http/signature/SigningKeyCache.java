package io.countersign.simulator.http.signature;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Caches the keys derived from a secret for a day, Region and service, because a client signs many requests with each. */
final class SigningKeyCache {

    private static final int MOST = 50_000;

    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    byte[] of(AccessKey credential, AuthorizationHeader authorization) {
        if (derived.size() > MOST) {
            derived.clear();
        }
        var scope = authorization.scope();
        return derived.computeIfAbsent(
                credential.accessKeyId() + ' ' + scope, key -> derive(credential.secret(), scope));
    }

    private static byte[] derive(String secret, String scope) {
        var key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (var part : scope.split("/")) {
            key = DigestFunctions.hmac(key, part);
        }
        return key;
    }
}
