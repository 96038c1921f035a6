package io.countersign.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.countersign.PageTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Tests what search engines see, which do not sign in. */
@PageTest
class SearchEngineTests {

    @Autowired
    MockMvc mvc;

    @Test
    void servesTheFileForRobots() throws Exception {
        MockHttpServletResponse robots = opened("/robots.txt");
        assertThat(robots.getContentType()).startsWith("text/plain");
        assertThat(robots.getContentAsString()).contains("User-agent: *\nDisallow:");
    }

    @Test
    void describesTheApplication() throws Exception {
        assertThat(opened("/login").getContentAsString())
                .contains("<meta name=\"description\" content=\"Countersign is the approval desk for invitations");
    }

    private MockHttpServletResponse opened(String path) throws Exception {
        MockHttpServletResponse page = mvc.perform(get(path)).andReturn().getResponse();
        assertThat(page.getStatus()).isEqualTo(200);
        return page;
    }
}
