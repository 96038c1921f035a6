package io.countersign.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LocalRedirectTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/\\evil.example",
                "\\\\evil",
                "",
                "javascript:x",
                "/a\r\nSet-Cookie: x"
            })
    void refusesOtherSites(String path) {
        assertThat(LocalRedirect.to(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/history?text=a%20b&person=lead", "/invitations/1#decide"})
    void keepsPathsOfThisApplication(String path) {
        assertThat(LocalRedirect.to(path)).isEqualTo(path);
    }

    @Test
    void refusesPathsThatDoNotFitIntoAHeader() {
        String longest = "/" + "a".repeat(1999);
        assertThat(LocalRedirect.to(longest)).isEqualTo(longest);
        assertThat(LocalRedirect.to(longest + "a")).isEqualTo("/");
        assertThat(LocalRedirect.to("/" + "支".repeat(1000))).isEqualTo("/");
    }

    @Test
    void trustsOnlyTheRefererOfThisApplication() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/x");
        request.addHeader("Referer", "http://localhost/invitations/1?type=LENS");
        assertThat(LocalRedirect.toReferer(request)).isEqualTo("/invitations/1?type=LENS");
        MockHttpServletRequest foreign = new MockHttpServletRequest("POST", "/x");
        foreign.addHeader("Referer", "http://localhost.evil.example/");
        assertThat(LocalRedirect.toReferer(foreign)).isNull();
    }
}
