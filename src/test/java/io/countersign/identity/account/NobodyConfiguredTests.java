package io.countersign.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.countersign.TestDatabaseProperties;
import io.countersign.identity.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

/** Tests the application without the demo profile and without configured users. */
@SpringBootTest
@TestDatabaseProperties
@AutoConfigureMockMvc
class NobodyConfiguredTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ConfiguredPeopleRepository people;

    @Autowired
    PeopleSeeder start;

    @Test
    void leadsToTheSetupWithoutDemoUsers() throws Exception {
        String page = mvc.perform(get("/login")).andReturn().getResponse().getContentAsString();
        assertThat(page)
                .contains("No user exists yet", "href=\"/setup\"", "countersign.people")
                .doesNotContain("reviewer", "<code>demo</code>");
    }

    @Test
    void refusesUsersOfAnEarlierDemo() throws Exception {
        String demo = PeoplePropertiesTests.HASH;
        people.replace(List.of(new PeopleProperties.Entry("reviewer", demo, Set.of(Role.REVIEWER))));
        mvc.perform(formLogin().user("reviewer").password("demo")).andExpect(redirectedUrl("/"));
        start.afterSingletonsInstantiated();
        mvc.perform(formLogin().user("reviewer").password("demo")).andExpect(redirectedUrl("/login?error"));
    }
}
