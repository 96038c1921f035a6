package io.countersign.site.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DensityControllerTests {

    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(new DensityController()).build();

    @Test
    void storesTheDensityAndRedirectsWithinTheApplication() throws Exception {
        MockHttpServletResponse response = choose("comfortable", "https://evil.example/");

        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getHeader("Location")).isEqualTo("/");
        assertThat(response.getHeader("Set-Cookie")).startsWith("density=comfortable;");
    }

    @Test
    void deletesTheCookieForAnyOtherValue() throws Exception {
        assertThat(choose("dense", "/").getHeader("Set-Cookie"))
                .startsWith("density=;")
                .contains("Max-Age=0");
    }

    private MockHttpServletResponse choose(String density, String back) throws Exception {
        return mvc.perform(post("/density").param("density", density).param("back", back))
                .andReturn()
                .getResponse();
    }
}
