package io.countersign.identity.security;

import io.countersign.identity.LocalRedirect;
import io.countersign.identity.Person;
import io.countersign.identity.session.Factor;
import io.countersign.identity.session.RenewedSession;
import io.countersign.identity.session.SignedInSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Starts the session of a user who signed in without a password. It is like the session after a password. */
@NamedInterface("provider")
public final class NewSession {

    private static final FormTokenRepository TOKENS = new FormTokenRepository();
    private static final RequestedPage REQUESTED = new RequestedPage();

    private NewSession() {}

    /**
     * Replaces a session that the browser still had.
     *
     * @param factor how the user signed in, a constant of {@link FactorGrantedAuthority}
     * @param confirmed when the user was asked for it; null if the identity provider did not say
     * @return the path that was requested before the sign-in
     */
    public static String start(
            Person person,
            String factor,
            @Nullable Instant confirmed,
            HttpServletRequest request,
            HttpServletResponse response) {
        HttpSession former = request.getSession(false);
        if (former != null) {
            former.invalidate();
        }
        TOKENS.saveToken(null, request, response);
        SignedInSession.describe(request);
        // several pages that are loaded together get the same token
        TOKENS.saveToken(TOKENS.generateToken(request), request, response);
        RenewedSession.store(authentication(person, factor, confirmed), request, response);
        SavedRequest page = REQUESTED.getRequest(request, response);
        return LocalRedirect.to(page == null ? null : page.getRedirectUrl());
    }

    private static Authentication authentication(Person person, String factor, @Nullable Instant confirmed) {
        User user = new User(person.name(), "", RoleAuthorities.of(person.roles()));
        Authentication signedIn = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        return confirmed == null ? signedIn : Factor.at(confirmed, factor, signedIn);
    }
}
