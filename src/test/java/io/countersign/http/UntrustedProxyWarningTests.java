package io.countersign.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
class UntrustedProxyWarningTests {

    /** RemoteIpValve sets it if it has read the headers of a trusted proxy. */
    private static final String TRUSTED = "org.apache.tomcat.request.forwarded";

    private final UntrustedProxyWarning warning = new UntrustedProxyWarning();

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Proto", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port"})
    void warnsOnceAndNamesTheAddressAndTheSetting(String header, CapturedOutput log) throws Exception {
        for (int i = 0; i < 3; i++) {
            send(header, false);
        }
        assertThat(log.getAll())
                .containsOnlyOnce(header + " is ignored, because 10.1.2.3 is not a trusted proxy.")
                .containsOnlyOnce("server.tomcat.remoteip.internal-proxies");
    }

    @Test
    void doesNotWarnAboutATrustedProxyOrWithoutAProxy(CapturedOutput log) throws Exception {
        send("X-Forwarded-Proto", true);
        send("Accept", false);
        assertThat(log.getAll()).doesNotContain("is not a trusted proxy");
    }

    private void send(String header, boolean trusted) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login");
        request.setRemoteAddr("10.1.2.3");
        request.addHeader(header, "https");
        if (trusted) {
            request.setAttribute(TRUSTED, true);
        }
        MockFilterChain chain = new MockFilterChain();
        warning.doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).isSameAs(request);
    }
}
