package io.countersign.identity.security;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.identity.Person;
import io.countersign.identity.Role;
import io.countersign.identity.WarmUpAccess;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@PageTest
class WarmUpFilterTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    WarmUpAccess access;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

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
    void recordsNothing() throws Exception {
        pages.refresh();
        String invitation = "/invitations/" + id(1000);
        long before = views();
        assertThat(send(HttpMethod.GET, invitation, token).getStatus()).isEqualTo(200);
        assertThat(send(HttpMethod.GET, "/users", token).getStatus()).isEqualTo(403);
        assertThat(views()).isEqualTo(before);
        assertThat(send(HttpMethod.GET, invitation, "").getStatus()).isEqualTo(302);
        mvc.perform(MockMvcRequestBuilders.get("/users").with(user("lead").roles("LEAD")));
        assertThat(views()).isEqualTo(before + 1);
    }

    /** Returns how often the log says that a user opened a page or was refused one. */
    private long views() {
        return jdbc.sql("select count(*) from audit_entry where action = 'VIEW'")
                .query(Long.class)
                .single();
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
