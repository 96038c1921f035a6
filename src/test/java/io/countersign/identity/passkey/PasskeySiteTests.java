package io.countersign.identity.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PasskeySiteTests {

    @ParameterizedTest
    @CsvSource({
        "https, countersign.example.com, 443, https://countersign.example.com",
        "https, Countersign.Example.com, 8443, https://countersign.example.com:8443",
        "https, intranet, 443, https://intranet",
        "http, localhost, 8080, http://localhost:8080",
        "http, localhost, 80, http://localhost"
    })
    void statesTheOriginAsBrowsersDo(String scheme, String host, int port, String origin) {
        assertThat(PasskeySite.of(request(scheme, host, port))).get().returns(origin, PasskeySite::origin);
    }

    @ParameterizedTest
    @CsvSource({
        "http, countersign.example.com, 80",
        "https, 192.0.2.1, 443",
        "http, 127.0.0.1, 8080",
        "https, ::1, 443",
        "https, a_b.example, 443",
        "https, example.com.1, 443"
    })
    void knowsWhereBrowsersOfferNoPasskeys(String scheme, String host, int port) {
        assertThat(PasskeySite.of(request(scheme, host, port))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://countersign.example.com", "countersign.example.com:443", "192.0.2.1", "a b"})
    void refusesAConfiguredHostThatIsNone(String host) {
        assertThatThrownBy(() -> new PasskeyProperties(Set.of(), host))
                .hasMessageContaining("countersign.passkey.host must be a host name");
    }

    @Test
    void usesOnlyTheConfiguredHost() {
        var policy = new PasskeyPolicy(new PasskeyProperties(Set.of(), "Countersign.example.com"));
        assertThat(policy.site(request("https", "countersign.example.com", 443)))
                .isPresent();
        assertThat(policy.site(request("https", "countersign.example.net", 443)))
                .isEmpty();
        assertThatThrownBy(() -> policy.requiredSite(request("https", "countersign.example.net", 443)))
                .isInstanceOf(PasskeyException.class);
    }

    private static MockHttpServletRequest request(String scheme, String host, int port) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setScheme(scheme);
        request.setSecure(scheme.equals("https"));
        request.setServerName(host);
        request.setServerPort(port);
        return request;
    }
}
