package io.countersign.site.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Tests the cookie of each setting and the redirect. */
class PreferenceControllerTests {

    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(new PreferenceController()).build();

    @ParameterizedTest
    @CsvSource({"theme, dark", "theme, light", "density, comfortable", "keys, off"})
    void storesTheSettingAndRedirectsWithinTheApplication(String setting, String value) throws Exception {
        for (String elsewhere : new String[] {"//evil.example", "https://evil.example/"}) {
            MockHttpServletResponse response = choose(setting, value, elsewhere);

            assertThat(response.getStatus()).isEqualTo(303);
            assertThat(response.getHeader("Location")).isEqualTo("/");
            assertThat(response.getHeader("Set-Cookie"))
                    .startsWith(setting + "=" + value + ";")
                    .contains("HttpOnly", "SameSite=Lax");
        }
    }

    @ParameterizedTest
    @CsvSource({"theme, blue", "density, dense", "keys, on"})
    void deletesTheCookieForAnyOtherValue(String setting, String value) throws Exception {
        assertThat(choose(setting, value, "/").getHeader("Set-Cookie"))
                .startsWith(setting + "=;")
                .contains("Max-Age=0");
    }

    @Test
    void redirectsToTheStartPageIfThePathIsTooLong() throws Exception {
        assertThat(choose("theme", "dark", "/" + "a".repeat(9000)).getHeader("Location"))
                .isEqualTo("/");
    }

    private MockHttpServletResponse choose(String setting, String value, String back) throws Exception {
        return mvc.perform(post("/" + setting).param(setting, value).param("back", back))
                .andReturn()
                .getResponse();
    }
}
