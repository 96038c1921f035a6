package io.countersign.site.error;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Responds with 404 to a malformed ID in the path, which identifies nothing, and with 400 to a malformed parameter. */
@ControllerAdvice
class MalformedPathAdvice {

    @ExceptionHandler
    void respond(MethodArgumentTypeMismatchException malformed, HttpServletResponse response) throws IOException {
        response.sendError(inPath(malformed) ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_BAD_REQUEST);
    }

    static boolean inPath(MethodArgumentTypeMismatchException malformed) {
        return malformed.getParameter().hasParameterAnnotation(PathVariable.class);
    }
}
