package io.countersign;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.countersign.identity.Admins;
import io.countersign.identity.Deciders;
import io.countersign.identity.Everyone;
import io.countersign.identity.Leads;
import io.countersign.identity.Overseers;
import io.countersign.identity.Readers;
import io.countersign.identity.Role;
import io.countersign.identity.Undoers;
import jakarta.servlet.ServletException;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint says who may use it, this table says the same, and the running filter chain does it. */
@SpringBootTest
@TestDatabaseProperties
@AutoConfigureMockMvc
class EndpointSecurityTests {

    /** Who may use what. A new endpoint is added here on purpose, by somebody who thought about it. */
    private static final Map<String, Class<? extends Annotation>> GUARDS = Map.ofEntries(
            entry("GET /login", Everyone.class),
            entry("ANY /error", Everyone.class),
            entry("POST /theme", Everyone.class),
            entry("GET /again", Readers.class),
            entry("POST /again", Readers.class),
            entry("GET /", Readers.class),
            entry("POST /refresh", Readers.class),
            entry("GET /refresh", Readers.class),
            entry("GET /refresh/events", Readers.class),
            entry("GET /coverage", Readers.class),
            entry("GET /invitations/{id}", Readers.class),
            entry("POST /invitations/{id}/decisions", Deciders.class),
            entry("GET /decisions/{id}", Readers.class),
            entry("GET /proposals", Readers.class),
            entry("POST /proposals/{id}/confirmation", Deciders.class),
            entry("POST /proposals/{id}/return", Deciders.class),
            entry("POST /proposals/{id}/withdrawal", Deciders.class),
            entry("GET /rules", Readers.class),
            entry("GET /invitations/{id}/break-glass", Admins.class),
            entry("POST /invitations/{id}/break-glass", Admins.class),
            entry("POST /decisions/{id}/withdrawal", Undoers.class),
            entry("POST /invitations/{id}/claim", Deciders.class),
            entry("POST /invitations/{id}/release", Deciders.class),
            entry("POST /invitations/{id}/handover", Deciders.class),
            entry("POST /invitations/{id}/assignment", Deciders.class),
            entry("POST /invitations/{id}/comments", Deciders.class),
            entry("POST /invitations/{id}/seen", Deciders.class),
            entry("GET /turns", Readers.class),
            entry("GET /teams", Readers.class),
            entry("POST /teams", Admins.class),
            entry("GET /teams/new", Admins.class),
            entry("GET /teams/{id}", Readers.class),
            entry("POST /teams/{id}", Admins.class),
            entry("GET /teams/{id}/edit", Admins.class),
            entry("GET /teams/{id}/members", Deciders.class),
            entry("POST /teams/{id}/members", Deciders.class),
            entry("GET /teams/{id}/removal", Admins.class),
            entry("POST /teams/{id}/removal", Admins.class),
            entry("GET /delegations", Readers.class),
            entry("POST /delegations", Deciders.class),
            entry("POST /delegations/{id}/end", Readers.class),
            entry("GET /connections", Admins.class),
            entry("POST /connections", Admins.class),
            entry("GET /connections/new", Admins.class),
            entry("GET /connections/{account}", Admins.class),
            entry("POST /connections/{account}", Admins.class),
            entry("POST /connections/{account}/pause", Admins.class),
            entry("POST /connections/{account}/resume", Admins.class),
            entry("GET /connections/{account}/roles", Admins.class),
            entry("GET /connections/{account}/roles.yaml", Admins.class),
            entry("GET /connections/{account}/roles.tf", Admins.class),
            entry("GET /connections/{account}/removal", Admins.class),
            entry("POST /connections/{account}/removal", Admins.class),
            entry("POST /connections/tests", Admins.class),
            entry("POST /connections/{account}/tests", Admins.class),
            entry("GET /connections/import", Admins.class),
            entry("POST /connections/import", Admins.class),
            entry("POST /connections/import/choices", Admins.class),
            entry("GET /lead", Overseers.class),
            entry("GET /owners", Readers.class),
            entry("POST /owners", Leads.class),
            entry("GET /owners/new", Leads.class),
            entry("GET /owners/{accountId}", Leads.class),
            entry("POST /owners/{accountId}", Leads.class),
            entry("POST /owners/{accountId}/removal", Leads.class),
            entry("GET /reasons", Leads.class),
            entry("POST /reasons", Leads.class),
            entry("GET /reasons/{id}", Leads.class),
            entry("POST /reasons/{id}", Leads.class),
            entry("POST /reasons/{id}/removal", Leads.class),
            entry("POST /invitations/{id}/drafts", Deciders.class),
            entry("GET /batches", Readers.class),
            entry("POST /batches", Deciders.class),
            entry("GET /batches/new", Deciders.class),
            entry("GET /batches/{id}", Readers.class),
            entry("POST /batches/{id}/start", Deciders.class),
            entry("POST /batches/{id}/drafts", Deciders.class),
            entry("POST /batches/{id}/stop", Deciders.class),
            entry("GET /views", Readers.class),
            entry("POST /views", Readers.class),
            entry("POST /views/{id}/start", Readers.class),
            entry("POST /views/all/start", Readers.class),
            entry("POST /views/{id}/sharing", Readers.class),
            entry("POST /views/{id}/removal", Readers.class),
            entry("GET /keys", Readers.class),
            entry("POST /keys", Readers.class),
            entry("GET /history", Readers.class),
            entry("GET /history.csv", Readers.class),
            entry("GET /history.jsonl", Readers.class),
            entry("GET /history/verification", Readers.class),
            entry("POST /history/verification", Readers.class),
            entry("GET /history/record.jsonl", Readers.class),
            entry("GET /history/Verify.java", Readers.class),
            entry("GET /decisions/{id}/receipt", Readers.class),
            entry("GET /decisions/{id}/timeline", Readers.class));

    private static final Map<Class<? extends Annotation>, Set<Role>> ALLOWED = Map.of(
            Everyone.class, EnumSet.allOf(Role.class),
            Readers.class, EnumSet.of(Role.REVIEWER, Role.LEAD, Role.AUDITOR, Role.ADMIN),
            Deciders.class, EnumSet.of(Role.REVIEWER, Role.LEAD),
            Undoers.class, EnumSet.of(Role.REVIEWER, Role.LEAD, Role.ADMIN),
            Leads.class, EnumSet.of(Role.LEAD),
            Overseers.class, EnumSet.of(Role.LEAD, Role.AUDITOR, Role.ADMIN),
            Admins.class, EnumSet.of(Role.ADMIN));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Test
    void everyEndpointStatesItsGuard() {
        assertThat(ours()).isNotEmpty().allSatisfy((endpoint, method) -> assertThat(guards(method))
                .as("%s, answered by %s, needs exactly one of %s", endpoint, method, ALLOWED.keySet())
                .hasSize(1));
    }

    @Test
    void theTableNamesEveryEndpointWithItsGuard() {
        Map<String, Object> stated = new TreeMap<>();
        Map<String, Object> expected = new TreeMap<>();
        ours().forEach((endpoint, method) -> stated.put(endpoint, guards(method)));
        GUARDS.forEach((endpoint, guard) -> expected.put(endpoint, List.of(guard)));
        assertThat(stated).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void endpointsThatAreNotOursAreKnown() {
        assertThat(mappings.getHandlerMethods().values().stream()
                        .filter(method -> !isOurs(method))
                        .map(method -> method.getBeanType().getSimpleName()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endpoints")
    void sendsAStrangerToTheSignInPage(String endpoint, Class<? extends Annotation> guard) throws Exception {
        MockHttpServletResponse answer = send(endpoint, csrf());
        if (guard == Everyone.class) {
            assertThat(String.valueOf(answer.getRedirectedUrl())).doesNotEndWith("/login");
        } else {
            assertThat(answer.getStatus()).isEqualTo(302);
            assertThat(answer.getRedirectedUrl()).endsWith("/login");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endpoints")
    void letsInTheRolesOfItsGuardAlone(String endpoint, Class<? extends Annotation> guard) throws Exception {
        for (Role role : Role.values()) {
            assertThat(isRefused(endpoint, role))
                    .as("%s refused to %s", endpoint, role)
                    .isEqualTo(!ALLOWED.get(guard).contains(role));
        }
    }

    @ParameterizedTest
    @MethodSource("unmapped")
    void answersAStrangerTheSameWhereNothingIs(String endpoint) throws Exception {
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
            RequestPostProcessor person = user(role.name().toLowerCase()).roles(role.name());
            return send(endpoint, request -> csrf().postProcessRequest(person.postProcessRequest(request)))
                            .getStatus()
                    == 403;
        } catch (ServletException e) {
            return false; // past the guard, and failed there on what this test made up
        }
    }

    private MockHttpServletResponse send(String endpoint, RequestPostProcessor as) throws Exception {
        String[] parts = endpoint.split(" ");
        AbstractMockHttpServletRequestBuilder<?> request =
                request(HttpMethod.valueOf(parts[0].replace("ANY", "GET")), path(parts[1]));
        return mvc.perform(request.with(as)).andReturn().getResponse();
    }

    /** With well-formed ids: others are refused with 400 before the guard is asked. */
    private static String path(String pattern) {
        return pattern.replace("/invitations/{id}", "/invitations/" + "0".repeat(32))
                .replace("{account}", "111122223333")
                .replace("{accountId}", "111122223333")
                .replaceAll("\\{[^}]+}", "1");
    }

    private Map<String, HandlerMethod> ours() {
        Map<String, HandlerMethod> ours = new TreeMap<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (isOurs(method)) {
                Set<?> stated = mapping.getMethodsCondition().getMethods();
                Set<?> verbs = stated.isEmpty() ? Set.of("ANY") : stated;
                mapping.getPatternValues().forEach(path -> verbs.forEach(verb -> ours.put(verb + " " + path, method)));
            }
        });
        return ours;
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
