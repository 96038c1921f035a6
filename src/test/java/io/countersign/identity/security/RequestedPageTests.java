package io.countersign.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Tests which page a sign-in returns to. */
class RequestedPageTests {

    final RequestedPage requestedPage = new RequestedPage();

    @Test
    void returnsToThePathAndNeverToTheHostOfTheRequest() {
        MockHttpServletRequest request = get("/history", "x=1");
        request.setServerName("evil.example");
        assertThat(returnAfter(request)).contains("/history?x=1");
    }

    @Test
    void leavesTheContextPathToTheRedirect() {
        MockHttpServletRequest request = get("/desk/history", null);
        request.setContextPath("/desk");
        assertThat(returnAfter(request)).contains("/history");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream"})
    void ignoresRequestsThatWantNoPage(String accept) {
        MockHttpServletRequest request = get("/history", null);
        request.addHeader("Accept", accept);
        assertThat(returnAfter(request)).isEmpty();
    }

    @Test
    void ignoresWhatScriptsOfAPageFetch() {
        MockHttpServletRequest request = get("/assignees", null);
        request.addHeader("Accept", "text/html");
        request.addHeader("Sec-Fetch-Dest", "empty");
        assertThat(returnAfter(request)).isEmpty();
    }

    @Test
    void ignoresFormsAndLongPaths() {
        MockHttpServletRequest form = get("/history", null);
        form.setMethod("POST");
        assertThat(returnAfter(form)).isEmpty();
        assertThat(returnAfter(get("/history", "text=" + "a".repeat(3000)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "Ly9ldmlsLmV4YW1wbGUv", "aHR0cHM6Ly9ldmlsLmV4YW1wbGUv"})
    void returnsToTheStartPageIfTheCookieWasForged(String value) {
        MockHttpServletRequest request = get("/login", null);
        request.setCookies(new Cookie("page", value));
        assertThat(requestedPage
                        .getRequest(request, new MockHttpServletResponse())
                        .getRedirectUrl())
                .isEqualTo("/");
    }

    private Optional<String> returnAfter(MockHttpServletRequest request) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        requestedPage.saveRequest(request, response);
        MockHttpServletRequest signIn = get("/login", null);
        signIn.setServerName(request.getServerName());
        signIn.setCookies(response.getCookies());
        return Optional.ofNullable(requestedPage.getRequest(signIn, new MockHttpServletResponse()))
                .map(SavedRequest::getRedirectUrl);
    }

    private static MockHttpServletRequest get(String path, @Nullable String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        return request;
    }
}
