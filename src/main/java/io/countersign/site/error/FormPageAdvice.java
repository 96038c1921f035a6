package io.countersign.site.error;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Redirects a user who opens the address of a form, for example by a reload after the session ended, to the page of the
 * form.
 */
@ControllerAdvice
class FormPageAdvice {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    FormPageAdvice(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @ExceptionHandler
    String redirect(HttpRequestMethodNotSupportedException refused, HttpServletRequest request)
            throws HttpRequestMethodNotSupportedException {
        if (!request.getMethod().equals("GET")) {
            throw refused;
        }
        return "redirect:"
                + new FormPages(mappings.getObject())
                        .above(FormPages.path(request))
                        .orElseThrow(() -> refused);
    }
}
