package io.countersign.identity.security;

import io.countersign.http.HostCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Keeps the form token, 256 random bits, in the session, and in a cookie before the sign-in, so that visitors need no session.
 */
class FormTokenRepository implements CsrfTokenRepository {

    private static final String COOKIE = "form";
    private static final StringKeyGenerator TOKENS =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);

    private final HttpSessionCsrfTokenRepository sessions = new HttpSessionCsrfTokenRepository();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return named(TOKENS.generateKey());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            sessions.saveToken(token, request, response);
            return;
        }
        String value = token == null ? "" : token.getToken();
        HostCookie.set(COOKIE, value, HostCookie.UNTIL_BROWSER_ENDS, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        if (request.getSession(false) != null) {
            return sessions.loadToken(request);
        }
        return HostCookie.read(COOKIE, request).map(FormTokenRepository::named).orElse(null);
    }

    private static CsrfToken named(String token) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", token);
    }
}
