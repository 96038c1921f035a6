package io.countersign;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.countersign.identity.CanAdminister;
import io.countersign.identity.CanConfirmChanges;
import io.countersign.identity.CanDecide;
import io.countersign.identity.CanLead;
import io.countersign.identity.CanOverseeAll;
import io.countersign.identity.CanRead;
import io.countersign.identity.CanWithdraw;
import io.countersign.identity.PermitAll;
import io.countersign.identity.RequiresRecentPassword;
import io.countersign.identity.RequiresSignIn;
import io.countersign.identity.Role;
import jakarta.servlet.ServletException;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Compares the guard of every endpoint with this table and with the running filter chain. */
@SpringBootTest
@TestDatabaseProperties
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class EndpointSecurityTests {

    /** The guard of each endpoint. Adding a new endpoint here is a deliberate decision. */
    private static final Map<String, Class<? extends Annotation>> GUARDS = Map.ofEntries(
            entry("GET /login", PermitAll.class),
            entry("ANY /error", PermitAll.class),
            entry("POST /theme", PermitAll.class),
            entry("GET /oauth2/authorization/{registration}", PermitAll.class),
            entry("GET /login/oauth2/code/{registration}", PermitAll.class),
            entry("POST /signed-out", PermitAll.class),
            entry("POST /logout/connect/back-channel/{registration}", PermitAll.class),
            entry("GET /password", PermitAll.class),
            entry("POST /password", PermitAll.class),
            entry("GET /login/passkey", PermitAll.class),
            entry("POST /login/passkey", PermitAll.class),
            entry("GET /passkey", RequiresSignIn.class),
            entry("POST /passkey", RequiresSignIn.class),
            entry("POST /passkey/first", RequiresSignIn.class),
            entry("GET /passkey/options", RequiresSignIn.class),
            entry("GET /account/passkeys/new", CanRead.class),
            entry("POST /account/passkeys", CanRead.class),
            entry("GET /account/passkeys/edit", CanRead.class),
            entry("POST /account/passkeys/name", CanRead.class),
            entry("POST /account/passkeys/removal", CanRead.class),
            entry("POST /users/passkeys/removal", CanAdminister.class),
            entry("GET /mappings", CanAdminister.class),
            entry("POST /mappings", CanAdminister.class),
            entry("GET /users", CanAdminister.class),
            entry("GET /users/new", CanAdminister.class),
            entry("GET /users/edit", CanAdminister.class),
            entry("POST /users", CanAdminister.class),
            entry("POST /users/roles", CanAdminister.class),
            entry("POST /users/disable", CanAdminister.class),
            entry("POST /users/enable", CanAdminister.class),
            entry("POST /users/code", CanAdminister.class),
            entry("GET /account", CanRead.class),
            entry("POST /account/password", CanRead.class),
            entry("GET /setup", PermitAll.class),
            entry("POST /setup", PermitAll.class),
            entry("GET /help", CanRead.class),
            entry("GET /again", CanRead.class),
            entry("POST /again", CanRead.class),
            entry("POST /again/form", CanRead.class),
            entry("GET /sessions", CanRead.class),
            entry("POST /sessions/{key}/end", CanRead.class),
            entry("POST /sessions/others/end", CanRead.class),
            entry("POST /sessions/of-users/{key}/end", CanAdminister.class),
            entry("GET /", CanRead.class),
            entry("POST /refresh", CanRead.class),
            entry("GET /refresh", CanRead.class),
            entry("GET /refresh/events", CanRead.class),
            entry("GET /coverage", CanRead.class),
            entry("GET /invitations/{id}", CanRead.class),
            entry("POST /invitations/{id}/decisions", CanDecide.class),
            entry("GET /decisions/{id}", CanRead.class),
            entry("GET /proposals", CanRead.class),
            entry("POST /proposals/{id}/answer", CanDecide.class),
            entry("POST /proposals/{id}/withdrawal", CanDecide.class),
            entry("GET /rules", CanRead.class),
            entry("POST /rules/changes/{id}/confirmation", CanConfirmChanges.class),
            entry("POST /rules/changes/confirmation", CanConfirmChanges.class),
            entry("GET /invitations/{id}/break-glass", CanAdminister.class),
            entry("POST /invitations/{id}/break-glass", CanAdminister.class),
            entry("POST /decisions/{id}/withdrawal", CanWithdraw.class),
            entry("POST /invitations/{id}/claim", CanDecide.class),
            entry("POST /invitations/{id}/release", CanDecide.class),
            entry("POST /invitations/{id}/handover", CanDecide.class),
            entry("POST /invitations/{id}/assignment", CanDecide.class),
            entry("POST /invitations/{id}/comments", CanDecide.class),
            entry("POST /invitations/{id}/seen", CanDecide.class),
            entry("GET /assignees", CanRead.class),
            entry("GET /assignments", CanDecide.class),
            entry("POST /assignments", CanDecide.class),
            entry("POST /assignments/preview", CanDecide.class),
            entry("GET /teams", CanRead.class),
            entry("POST /teams", CanAdminister.class),
            entry("GET /teams/new", CanAdminister.class),
            entry("GET /teams/unassigned", CanRead.class),
            entry("POST /teams/unassigned", CanAdminister.class),
            entry("GET /teams/{id}", CanRead.class),
            entry("POST /teams/{id}", CanAdminister.class),
            entry("GET /teams/{id}/edit", CanAdminister.class),
            entry("GET /teams/{id}/members", CanDecide.class),
            entry("POST /teams/{id}/members", CanDecide.class),
            entry("GET /teams/{id}/removal", CanAdminister.class),
            entry("POST /teams/{id}/removal", CanAdminister.class),
            entry("GET /delegations", CanRead.class),
            entry("POST /delegations", CanDecide.class),
            entry("POST /delegations/{id}/acceptance", CanDecide.class),
            entry("POST /delegations/{id}/end", CanRead.class),
            entry("GET /connections", CanAdminister.class),
            entry("POST /connections", CanAdminister.class),
            entry("GET /connections/new", CanAdminister.class),
            entry("GET /connections/{account}", CanAdminister.class),
            entry("POST /connections/{account}", CanAdminister.class),
            entry("POST /connections/{account}/pause", CanAdminister.class),
            entry("POST /connections/{account}/resume", CanAdminister.class),
            entry("POST /connections/roles", CanAdminister.class),
            entry("POST /connections/roles.yaml", CanAdminister.class),
            entry("POST /connections/roles.tf", CanAdminister.class),
            entry("POST /connections/new", CanAdminister.class),
            entry("GET /connections/{account}/roles", CanAdminister.class),
            entry("GET /connections/{account}/roles.yaml", CanAdminister.class),
            entry("GET /connections/{account}/roles.tf", CanAdminister.class),
            entry("GET /connections/{account}/removal", CanAdminister.class),
            entry("POST /connections/{account}/removal", CanAdminister.class),
            entry("POST /connections/tests", CanAdminister.class),
            entry("POST /connections/{account}/tests", CanAdminister.class),
            entry("GET /connections/import", CanAdminister.class),
            entry("POST /connections/import", CanAdminister.class),
            entry("POST /connections/import/choices", CanAdminister.class),
            entry("POST /connections/import/tests", CanAdminister.class),
            entry("GET /connections/import/roles.yaml", CanAdminister.class),
            entry("GET /connections/import/roles.tf", CanAdminister.class),
            entry("GET /lead", CanOverseeAll.class),
            entry("GET /owners", CanRead.class),
            entry("POST /owners", CanLead.class),
            entry("GET /owners/new", CanLead.class),
            entry("GET /owners/{accountId}", CanLead.class),
            entry("POST /owners/{accountId}", CanLead.class),
            entry("POST /owners/{accountId}/removal", CanLead.class),
            entry("GET /reasons", CanRead.class),
            entry("POST /reasons", CanLead.class),
            entry("GET /reasons/{id}", CanLead.class),
            entry("POST /reasons/{id}", CanLead.class),
            entry("POST /reasons/{id}/removal", CanLead.class),
            entry("POST /invitations/{id}/drafts", CanDecide.class),
            entry("GET /batches", CanRead.class),
            entry("POST /batches", CanDecide.class),
            entry("GET /batches/new", CanDecide.class),
            entry("GET /batches/{id}", CanRead.class),
            entry("POST /batches/{id}/start", CanDecide.class),
            entry("POST /batches/{id}/drafts", CanDecide.class),
            entry("POST /batches/{id}/stop", CanWithdraw.class),
            entry("GET /views", CanRead.class),
            entry("POST /views", CanRead.class),
            entry("POST /views/{id}/start", CanRead.class),
            entry("POST /views/all/start", CanRead.class),
            entry("POST /views/{id}/sharing", CanRead.class),
            entry("POST /views/{id}/removal", CanRead.class),
            entry("POST /density", CanRead.class),
            entry("GET /keys", CanRead.class),
            entry("POST /keys", CanRead.class),
            entry("GET /history", CanRead.class),
            entry("GET /history.csv", CanRead.class),
            entry("GET /history.jsonl", CanRead.class),
            entry("GET /history/verification", CanRead.class),
            entry("POST /history/verification", CanRead.class),
            entry("GET /history/log.jsonl", CanRead.class),
            entry("GET /history/Verify.java", CanRead.class),
            entry("GET /decisions/{id}/receipt", CanRead.class),
            entry("GET /decisions/{id}/timeline", CanRead.class));

    /** The forms that change who may decide, or end sessions of others. */
    private static final List<String> RECENT_PASSWORD = List.of(
            "POST /connections",
            "POST /connections/{account}",
            "POST /connections/{account}/removal",
            "POST /connections/import",
            "POST /connections/import/choices",
            "POST /users",
            "POST /users/roles",
            "POST /users/disable",
            "POST /users/enable",
            "POST /users/code",
            "POST /users/passkeys/removal",
            "POST /account/passkeys",
            "POST /account/passkeys/name",
            "POST /account/passkeys/removal",
            "POST /teams",
            "POST /teams/unassigned",
            "POST /teams/{id}",
            "POST /teams/{id}/members",
            "POST /teams/{id}/removal",
            "POST /owners",
            "POST /owners/{accountId}",
            "POST /owners/{accountId}/removal",
            "POST /delegations",
            "POST /delegations/{id}/acceptance",
            "POST /connections/{account}/pause",
            "POST /connections/{account}/resume",
            "POST /rules/changes/{id}/confirmation",
            "POST /rules/changes/confirmation",
            "POST /sessions/of-users/{key}/end");

    private static final Map<Class<? extends Annotation>, Set<Role>> ALLOWED = Map.of(
            PermitAll.class, EnumSet.allOf(Role.class),
            RequiresSignIn.class, EnumSet.allOf(Role.class),
            CanRead.class, EnumSet.of(Role.REVIEWER, Role.LEAD, Role.AUDITOR, Role.ADMIN),
            CanDecide.class, EnumSet.of(Role.REVIEWER, Role.LEAD),
            CanConfirmChanges.class, EnumSet.of(Role.LEAD, Role.ADMIN),
            CanWithdraw.class, EnumSet.of(Role.REVIEWER, Role.LEAD, Role.ADMIN),
            CanLead.class, EnumSet.of(Role.LEAD),
            CanOverseeAll.class, EnumSet.of(Role.LEAD, Role.AUDITOR, Role.ADMIN),
            CanAdminister.class, EnumSet.of(Role.ADMIN));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Test
    void requiresAGuardOnEveryEndpoint() {
        assertThat(applicationEndpoints()).isNotEmpty().allSatisfy((endpoint, method) -> assertThat(guards(method))
                .as("%s, answered by %s, needs exactly one of %s", endpoint, method, ALLOWED.keySet())
                .hasSize(1));
    }

    @Test
    void listsEveryEndpointWithItsGuard() {
        Map<String, Object> stated = new TreeMap<>();
        Map<String, Object> expected = new TreeMap<>();
        applicationEndpoints().forEach((endpoint, method) -> stated.put(endpoint, guards(method)));
        GUARDS.forEach((endpoint, guard) -> expected.put(endpoint, List.of(guard)));
        assertThat(stated).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void listsTheEndpointsThatRequireARecentPassword() {
        assertThat(applicationEndpoints().entrySet().stream()
                        .filter(each -> each.getValue().hasMethodAnnotation(RequiresRecentPassword.class))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(RECENT_PASSWORD);
    }

    @ParameterizedTest
    @FieldSource("RECENT_PASSWORD")
    void asksForThePasswordBeforeASensitiveFormTakesEffect(String endpoint) throws Exception {
        Role allowed = ALLOWED.get(GUARDS.get(endpoint)).iterator().next();
        AbstractMockHttpServletRequestBuilder<?> form = request(HttpMethod.POST, path(endpoint.split(" ")[1]));
        MockHttpServletResponse answer = mvc.perform(
                        form.with(csrf()).with(user("stale").roles(allowed.name())))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getForwardedUrl()).isEqualTo("/again/form");
    }

    @Test
    void listsEndpointsOfLibraries() {
        assertThat(mappings.getHandlerMethods().values().stream()
                        .filter(method -> !isOurs(method))
                        .map(method -> method.getBeanType().getSimpleName()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endpoints")
    void redirectsToTheSignInPageWithoutSignIn(String endpoint, Class<? extends Annotation> guard) throws Exception {
        MockHttpServletResponse answer = send(endpoint, csrf());
        if (guard == PermitAll.class) {
            assertThat(String.valueOf(answer.getRedirectedUrl())).doesNotEndWith("/login");
        } else {
            assertThat(answer.getStatus()).isEqualTo(302);
            assertThat(answer.getRedirectedUrl()).endsWith("/login");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endpoints")
    void allowsOnlyTheRolesOfTheGuard(String endpoint, Class<? extends Annotation> guard) throws Exception {
        for (Role role : Role.values()) {
            assertThat(isRefused(endpoint, role))
                    .as("%s refused to %s", endpoint, role)
                    .isEqualTo(!ALLOWED.get(guard).contains(role));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endpointsWithIds")
    void answersAMalformedIdLikeAMissingPage(String endpoint, Class<? extends Annotation> guard, CapturedOutput log)
            throws Exception {
        String malformed = endpoint.replaceAll("\\{[^}]+}", "x");
        if (guard != PermitAll.class) {
            assertThat(send(malformed, csrf()).getRedirectedUrl()).endsWith("/login");
        }
        for (Role role : Role.values()) {
            assertThat(send(malformed, with(role)).getStatus())
                    .as("%s for %s", malformed, role)
                    .isEqualTo(ALLOWED.get(guard).contains(role) ? 404 : 403);
        }
        assertThat(log).doesNotContain(MethodArgumentTypeMismatchException.class.getSimpleName());
    }

    static Stream<Object[]> endpointsWithIds() {
        return endpoints().filter(endpoint -> endpoint[0].toString().contains("{"));
    }

    @ParameterizedTest
    @MethodSource("unmapped")
    void redirectsUnmappedPathsToTheSignInPage(String endpoint) throws Exception {
        assertThat(send(endpoint, csrf()).getRedirectedUrl()).endsWith("/login");
    }

    static Stream<String> unmapped() {
        return Stream.of("GET /nothing", "POST /nothing", "GET /actuator", "GET /actuator/env", "GET /h2-console");
    }

    static Stream<Object[]> endpoints() {
        return GUARDS.entrySet().stream().map(row -> new Object[] {row.getKey(), row.getValue()});
    }

    private boolean isRefused(String endpoint, Role role) throws Exception {
        try {
            return send(endpoint, with(role)).getStatus() == 403;
        } catch (ServletException e) {
            return false; // passed the guard and failed on the invented input of this test
        }
    }

    private static RequestPostProcessor with(Role role) {
        RequestPostProcessor person = SignedIn.as(role.name().toLowerCase(), role.name());
        return request -> csrf().postProcessRequest(person.postProcessRequest(request));
    }

    private MockHttpServletResponse send(String endpoint, RequestPostProcessor as) throws Exception {
        String[] parts = endpoint.split(" ");
        AbstractMockHttpServletRequestBuilder<?> request =
                request(HttpMethod.valueOf(parts[0].replace("ANY", "GET")), path(parts[1]));
        return mvc.perform(request.with(as)).andReturn().getResponse();
    }

    /** Inserts well-formed IDs, because malformed ones identify nothing. */
    private static String path(String pattern) {
        return pattern.replace("/invitations/{id}", "/invitations/" + "0".repeat(32))
                .replace("{account}", "111122223333")
                .replace("{accountId}", "111122223333")
                .replaceAll("\\{[^}]+}", "1");
    }

    private Map<String, HandlerMethod> applicationEndpoints() {
        Map<String, HandlerMethod> applicationEndpoints = new TreeMap<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (isOurs(method)) {
                Set<?> stated = mapping.getMethodsCondition().getMethods();
                Set<?> verbs = stated.isEmpty() ? Set.of("ANY") : stated;
                mapping.getPatternValues()
                        .forEach(path -> verbs.forEach(verb -> applicationEndpoints.put(verb + " " + path, method)));
            }
        });
        return applicationEndpoints;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("io.countersign");
    }

    private static List<Class<? extends Annotation>> guards(HandlerMethod method) {
        List<Class<? extends Annotation>> nearest = ALLOWED.keySet().stream()
                .filter(guard -> AnnotatedElementUtils.hasAnnotation(method.getMethod(), guard))
                .toList();
        return nearest.isEmpty()
                ? ALLOWED.keySet().stream()
                        .filter(guard -> AnnotatedElementUtils.hasAnnotation(method.getBeanType(), guard))
                        .toList()
                : nearest;
    }
}
