package io.countersign.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The keys derived from a secret for a day, Region and service, kept because a client signs many requests with each. */
final class SigningKeys {

    private static final int MOST = 50_000;

    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    byte[] of(Credential credential, Authorization authorization) {
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
            key = Digests.hmac(key, part);
        }
        return key;
    }
}
