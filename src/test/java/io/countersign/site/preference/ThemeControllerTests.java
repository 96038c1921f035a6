package io.countersign.site.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Tests the theme cookie and the redirect. */
class ThemeControllerTests {

    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(new ThemeController()).build();

    @Test
    void storesTheThemeAndRedirectsWithinTheApplication() throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        post("/theme").param("theme", "dark").param("back", "//evil.example"))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getHeader("Location")).isEqualTo("/");
        assertThat(response.getHeader("Set-Cookie")).startsWith("theme=dark;").contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void redirectsToTheStartPageIfThePathIsTooLong() throws Exception {
        assertThat(mvc.perform(post("/theme").param("theme", "dark").param("back", "/" + "a".repeat(9000)))
                        .andReturn()
                        .getResponse()
                        .getHeader("Location"))
                .isEqualTo("/");
    }
}
