package io.countersign.identity.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.countersign.PageTest;
import io.countersign.identity.Person;
import io.countersign.identity.Role;
import io.countersign.identity.WarmUpAccess;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@PageTest
class WarmUpFilterTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    WarmUpAccess access;

    private String token = "";

    @BeforeEach
    void begin() {
        token = access.begin(new Person("lead", Set.of(Role.LEAD), true));
    }

    @AfterEach
    void end() {
        access.end();
    }

    @Test
    void readsPagesAsTheUserWithoutASession() throws Exception {
        MockHttpServletResponse page = send(HttpMethod.GET, "/?view=all", token);
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).contains("lead");
        assertThat(page.getCookie("SESSION")).isNull();
    }

    @Test
    void hasTheRolesOfTheUser() throws Exception {
        assertThat(send(HttpMethod.GET, "/lead", token).getStatus()).isEqualTo(200);
        assertThat(send(HttpMethod.GET, "/users", token).getStatus()).isEqualTo(403);
    }

    @Test
    void changesNothing() throws Exception {
        assertRefused(send(HttpMethod.POST, "/preferences/density", token));
    }

    @Test
    void refusesAnotherToken() throws Exception {
        assertRefused(send(HttpMethod.GET, "/", token.replace(token.charAt(0), 'x')));
        assertRefused(send(HttpMethod.GET, "/", ""));
    }

    @Test
    void refusesTheTokenOfAnEndedOrReplacedAccess() throws Exception {
        String replaced = token;
        begin();
        assertRefused(send(HttpMethod.GET, "/", replaced));
        access.end();
        assertRefused(send(HttpMethod.GET, "/", token));
    }

    private static void assertRefused(MockHttpServletResponse response) {
        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(response.getRedirectedUrl()).endsWith("/login");
    }

    private MockHttpServletResponse send(HttpMethod method, String path, String value) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(method, path)
                        .with(csrf())
                        .header(WarmUpAccess.HEADER, value))
                .andReturn()
                .getResponse();
    }
}
