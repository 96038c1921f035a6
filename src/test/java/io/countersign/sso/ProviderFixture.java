package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.TestDatabaseProperties;
import io.countersign.identity.DemoUsersFixture;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.TestBrowser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The running application with two identity providers, one that does not answer, one with another issuer, and one without metadata. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "countersign.connections=",
            "countersign.passkey.roles=",
            "countersign.people[0].name=ben",
            "countersign.people[0].password=" + PageTest.HASH,
            "countersign.people[0].roles=REVIEWER",
            "countersign.people[1].name=boss",
            "countersign.people[1].password=" + PageTest.HASH,
            "countersign.people[1].roles=ADMIN",
            "countersign.identity.mappings[0].group=reviewers",
            "countersign.identity.mappings[0].roles=REVIEWER",
            "countersign.identity.mappings[0].teams=retail",
            "countersign.identity.mappings[1].group=leads",
            "countersign.identity.mappings[1].roles=LEAD",
            "countersign.identity.mappings[1].teams=Retail:LEAD",
            "countersign.identity.mappings[2].group=staff, \"old\" & <b>",
            "countersign.identity.mappings[2].roles=AUDITOR",
            "countersign.identity.mappings[3].group=admins",
            "countersign.identity.mappings[3].roles=ADMIN, REVIEWER",
            "spring.security.oauth2.client.registration.down.client-id=countersign",
            "spring.security.oauth2.client.provider.down.issuer-uri=http://127.0.0.1:1"
        })
@TestDatabaseProperties
@Import(DemoUsersFixture.Probe.class)
abstract class ProviderFixture {

    static final FakeProvider PROVIDER = new FakeProvider();
    static final FakeProvider OTHER = new FakeProvider();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonRepository people;

    TestBrowser browser;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry settings) {
        Map.of("keycloak", PROVIDER, "other", OTHER).forEach((id, provider) -> {
            String registration = "spring.security.oauth2.client.registration." + id;
            settings.add(registration + ".client-id", () -> "countersign");
            settings.add(registration + ".client-secret", () -> FakeProvider.SECRET);
            settings.add("spring.security.oauth2.client.provider." + id + ".issuer-uri", provider::issuer);
        });
        // the provider states its issuer without the slash
        settings.add("spring.security.oauth2.client.registration.slash.client-id", () -> "countersign");
        settings.add("spring.security.oauth2.client.provider.slash.issuer-uri", () -> PROVIDER.issuer() + "/");
        settings.add("spring.security.oauth2.client.registration.broken.client-id", () -> "countersign");
        settings.add("spring.security.oauth2.client.provider.broken.issuer-uri", () -> PROVIDER.issuer() + "/broken");
        settings.add("spring.security.oauth2.client.registration.keycloak.client-name", () -> "Keycloak");
    }

    @BeforeEach
    void removeUsers() {
        jdbc.sql("delete from spring_session").update();
        jdbc.sql("delete from provider_session").update();
        jdbc.sql("delete from person_identity").update();
        jdbc.sql("delete from person where origin = 'PROVIDER'").update();
        browser = new TestBrowser(port);
    }

    /** Returns the parameters with which the application sends the browser to the provider. */
    Map<String, String> begin(String path) throws Exception {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = location(answer);
        assertThat(location).startsWith("http://127.0.0.1:");
        return FakeProvider.parameters(URI.create(location).getRawQuery());
    }

    /** Signs a user of the first provider in. */
    HttpResponse<String> signIn(Map<String, Object> claims) throws Exception {
        return finish(begin("/oauth2/authorization/keycloak"), PROVIDER, claims);
    }

    HttpResponse<String> signIn(String name, Object... groups) throws Exception {
        return signIn(claims(name, groups));
    }

    HttpResponse<String> finish(Map<String, String> request, FakeProvider provider, Map<String, Object> claims)
            throws Exception {
        return callback(
                URI.create(request.get("redirect_uri")).getPath(),
                request.get("state"),
                provider.code(request, claims));
    }

    HttpResponse<String> callback(String path, String state, String code) throws IOException, InterruptedException {
        return browser.get(path + "?state=" + encoded(state) + "&code=" + encoded(code));
    }

    /** Returns the claims of a user whose subject is the name. */
    static Map<String, Object> claims(String name, Object... groups) {
        return new HashMap<>(
                Map.of("sub", "subject of " + name, "preferred_username", name, "groups", List.of(groups)));
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Returns the latest audit entries of sign-ins and of changed roles. */
    List<String> entries() {
        return jdbc.sql("""
                        select actor || ': ' || action || ' ' || outcome || ' ' || coalesce(message, '') from audit_entry
                        where action in ('SIGN_IN', 'SIGN_OUT', 'AUTHORITY_CHANGED') order by seq""").query(String.class).list();
    }
}
