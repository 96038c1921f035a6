package io.countersign.site.error;

import io.countersign.identity.PermitAll;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Renders errors as pages for browsers and as problem+json for programs, without internal details. */
@Controller
@PermitAll
@RequestMapping("/error")
class ErrorPageController implements ErrorController {

    private final ErrorMapper errorMapper;

    ErrorPageController(ErrorMapper errorMapper) {
        this.errorMapper = errorMapper;
    }

    /** Adds nothing to a response that was sent in part; the container then ends the connection. */
    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    @Nullable
    ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
        ErrorView errorView = errorMapper.of(request, status(request));
        if (response.isCommitted()) {
            return null;
        }
        response.setStatus(errorView.status());
        return new ModelAndView("error", "problem", errorView);
    }

    @RequestMapping
    @Nullable
    ResponseEntity<ProblemDetail> detail(HttpServletRequest request, HttpServletResponse response) {
        ErrorView errorView = errorMapper.of(request, status(request));
        if (response.isCommitted()) {
            return null;
        }
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(errorView.status()), errorView.text());
        detail.setTitle(errorView.title());
        if (errorView.reference() != null) {
            detail.setProperty("reference", errorView.reference());
        }
        return ResponseEntity.status(errorView.status())
                // otherwise Spring derives a file name from the path, which cannot always be decoded
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    /** Returns 404 if the URL of the error page is requested directly. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
