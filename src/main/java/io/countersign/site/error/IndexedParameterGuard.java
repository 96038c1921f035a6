package io.countersign.site.error;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Rejects indexed parameters such as {@code reason[9999]} with 400, because Spring would grow a list to that size. It is
 * the first to read the parameters, so that the firewall rejects malformed names before another interceptor forwards the
 * request: in a forward, the container logs each exception with its trace.
 */
@Configuration(proxyBeanMethods = false)
class IndexedParameterGuard implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean errorDispatch = request.getDispatcherType() == DispatcherType.ERROR;
        if (!errorDispatch && request.getParameterMap().keySet().stream().anyMatch(name -> name.contains("["))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return true;
    }
}
