package io.countersign.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/** Redirects to the sign-in page and keeps the name. */
public class SignInFailureHandler implements AuthenticationFailureHandler {

    private static final int LONGEST_NAME = 64;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        FlashMap flash = new FlashMap();
        flash.put("name", typedName(request));
        flash.setTargetRequestPath(request.getContextPath() + "/login");
        flash.startExpirationPeriod(60);
        new SessionFlashMapManager().saveOutputFlashMap(flash, request, response);
        response.sendRedirect(
                request.getContextPath() + (why instanceof LockedException ? "/login?locked" : "/login?error"));
    }

    private static String typedName(HttpServletRequest request) {
        String name = request.getParameter("username");
        return name == null ? "" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
