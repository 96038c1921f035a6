package io.countersign.site.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Responds with 404 to a malformed ID in the path, which identifies nothing, and with 400 to a malformed parameter. If the
 * supposed ID is part of the address of a form, it redirects to the page of the form, as {@link FormPageAdvice} does.
 */
@ControllerAdvice
class MalformedPathAdvice {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    MalformedPathAdvice(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @ExceptionHandler
    void respond(
            MethodArgumentTypeMismatchException malformed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> page = request.getMethod().equals("GET")
                ? new FormPages(mappings.getObject()).aboveLiteral(FormPages.path(request))
                : Optional.empty();
        if (page.isPresent()) {
            response.sendRedirect(request.getContextPath() + page.get());
        } else {
            response.sendError(
                    inPath(malformed) ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    static boolean inPath(MethodArgumentTypeMismatchException malformed) {
        return malformed.getParameter().hasParameterAnnotation(PathVariable.class);
    }
}
