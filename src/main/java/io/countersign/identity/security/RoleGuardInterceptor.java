package io.countersign.identity.security;

import io.countersign.identity.LocalRedirect;
import io.countersign.identity.passkey.PasskeyPolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Checks the guard of an endpoint before Spring converts the parameters of the request, so that users without the role
 * always get 403 and do not learn which parameters are valid. A session that needs a passkey goes to the page for it.
 */
@Configuration(proxyBeanMethods = false)
class RoleGuardInterceptor implements WebMvcConfigurer, HandlerInterceptor {

    private final PreAuthorizeAuthorizationManager guards = new PreAuthorizeAuthorizationManager();

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod endpoint) {
            Object controller = AopProxyUtils.getSingletonTarget(endpoint.getBean());
            AuthorizationResult result = guards.authorize(
                    SecurityContextHolder.getContext()::getAuthentication,
                    new SimpleMethodInvocation(
                            controller == null ? endpoint.getBean() : controller, endpoint.getMethod()));
            if (result != null && !result.isGranted() && PasskeyPolicy.needsPasskey()) {
                response.sendRedirect(request.getContextPath() + "/passkey?to=" + wanted(request));
                return false;
            }
            if (result != null && !result.isGranted()) {
                throw new AuthorizationDeniedException("The role is not sufficient", result);
            }
        }
        return true;
    }

    private static String wanted(HttpServletRequest request) {
        String page = "GET".equals(request.getMethod())
                ? LocalRedirect.toPageOf(request)
                : LocalRedirect.to(LocalRedirect.toReferer(request));
        return URLEncoder.encode(page, StandardCharsets.UTF_8);
    }
}
