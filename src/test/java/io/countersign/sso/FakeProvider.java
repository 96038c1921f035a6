package io.countersign.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.audit.chain.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID Connect provider without pages: a test says who signs in, and with which claims. */
public final class FakeProvider implements AutoCloseable {

    public static final String SECRET = "a secret of the client";

    private final HttpServer server;
    private final Map<String, Issued> codes = new ConcurrentHashMap<>();
    private volatile RSAKey published = newKey();
    private volatile @Nullable RSAKey signing;
    private volatile int tokenStatus = 200;
    private volatile Duration delay = Duration.ZERO;

    private final Map<String, Issued> refreshTokens = new ConcurrentHashMap<>();
    private volatile boolean refreshes;

    private record Issued(Map<String, String> request, Map<String, Object> claims) {}

    public FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext(
                "/broken/.well-known/openid-configuration",
                exchange -> answer(exchange, 200, Map.of("issuer", issuer() + "/broken", "jwks_uri", 5)));
        server.createContext("/jwks", exchange -> answer(exchange, 200, new JWKSet(published).toJSONObject()));
        server.createContext("/token", this::token);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/jwks",
                "end_session_endpoint",
                issuer() + "/sign-out",
                "subject_types_supported",
                new String[] {"public"},
                "response_types_supported",
                new String[] {"code"},
                "id_token_signing_alg_values_supported",
                new String[] {"RS256"});
    }

    /**
     * Signs a user in.
     *
     * @param request the parameters with which the application sent the browser here
     * @param claims those of the ID token; null leaves a standard claim out
     * @return the code
     */
    public String code(Map<String, String> request, Map<String, Object> claims) {
        String code = UUID.randomUUID().toString();
        codes.put(code, new Issued(request, claims));
        return code;
    }

    /** Publishes another key, with which it signs from now on. */
    public void rotateKeys() {
        published = newKey();
    }

    /** Signs with a key that is not published; false ends it. */
    public void forge(boolean forged) {
        signing = forged ? newKey(published.getKeyID()) : null;
    }

    /** Answers requests for tokens with this status. */
    public void failWith(int status) {
        tokenStatus = status;
    }

    /** Answers requests for tokens late. */
    public void answerAfter(Duration time) {
        delay = time;
    }

    /** Issues refresh tokens, each valid once, from now on. */
    public void issueRefreshTokens(boolean issue) {
        refreshes = issue;
        refreshTokens.clear();
    }

    /** Changes the claims of all later answers to refresh tokens; null ends the users' access. */
    public void changeClaims(@Nullable Map<String, Object> claims) {
        if (claims == null) {
            refreshTokens.clear();
        } else {
            refreshTokens.replaceAll((token, issued) -> new Issued(issued.request(), claims));
        }
    }

    public boolean knows(String refreshToken) {
        return refreshTokens.containsKey(refreshToken);
    }

    private Map<String, Object> tokens(Issued issued) {
        Map<String, Object> tokens =
                new HashMap<>(Map.of("access_token", "access", "token_type", "Bearer", "id_token", idToken(issued)));
        if (refreshes) {
            String token = UUID.randomUUID().toString();
            refreshTokens.put(token, issued);
            tokens.put("refresh_token", token);
        }
        return tokens;
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        LockSupport.parkNanos(delay.toNanos());
        boolean again = "refresh_token".equals(form.get("grant_type"));
        Issued issued = again && tokenStatus == 200
                ? refreshTokens.remove(form.getOrDefault("refresh_token", ""))
                : codes.remove(form.getOrDefault("code", ""));
        if (tokenStatus != 200) {
            answer(exchange, tokenStatus, Map.of("error", "server_error"));
        } else if (issued == null || !authorized(exchange) || !again && !belongs(form, issued.request())) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
        } else {
            answer(exchange, 200, tokens(issued));
        }
    }

    private static boolean authorized(HttpExchange exchange) {
        String expected =
                Base64.getEncoder().encodeToString(("countersign:" + SECRET.replace(" ", "+")).getBytes(UTF_8));
        return ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static boolean belongs(Map<String, String> form, Map<String, String> request) {
        return form.getOrDefault("redirect_uri", "").equals(request.get("redirect_uri"))
                && challenge(form.getOrDefault("code_verifier", "")).equals(request.get("code_challenge"));
    }

    /** Returns the challenge of PKCE. */
    static String challenge(String verifier) {
        byte[] hash = HexFormat.of().parseHex(Hashes.of(verifier));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private String idToken(Issued issued) {
        Instant now = Instant.now();
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss", issuer(),
                "aud", "countersign",
                "sub", "1",
                "iat", Date.from(now),
                "exp", Date.from(now.plusSeconds(300)),
                "nonce", issued.request().getOrDefault("nonce", "")));
        claims.putAll(issued.claims());
        return signed(claims, null);
    }

    /** Returns a logout token. */
    public String logoutToken(Map<String, Object> changed, String type) {
        Instant now = Instant.now();
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss", issuer(),
                "aud", "countersign",
                "iat", Date.from(now),
                "exp", Date.from(now.plusSeconds(120)),
                "jti", UUID.randomUUID().toString(),
                "sid", "of one session",
                "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
        claims.putAll(changed);
        return signed(claims, type);
    }

    private String signed(Map<String, Object> claims, @Nullable String type) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.forEach((name, value) -> {
            if (value != null) {
                set.claim(name, value);
            }
        });
        RSAKey key = signing == null ? published : signing;
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(type == null ? null : new JOSEObjectType(type))
                        .build(),
                set.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** Reads a query or a form. */
    static Map<String, String> parameters(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], UTF_8),
                        pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], UTF_8),
                        (first, second) -> second,
                        LinkedHashMap::new));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> json) throws IOException {
        byte[] body = JsonMapper.shared().writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static RSAKey newKey() {
        return newKey(UUID.randomUUID().toString());
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
