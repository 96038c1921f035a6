package io.countersign.identity.signin;

import io.countersign.identity.CanRead;
import io.countersign.identity.FormPassword;
import io.countersign.identity.LocalRedirect;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Shows a form that waits for the password: what was typed is in hidden fields, and is submitted with the password. */
@Controller
class PasswordPrompt {

    private static final String PATH = "/again/form";
    private static final String TARGET = "countersign.password.target";
    private static final String PROBLEM = "countersign.password.problem";
    private static final Set<String> NOT_KEPT = Set.of(FormPassword.FIELD, FormPassword.PASSKEY, "_csrf");

    record Field(String name, String value) {}

    static void show(@Nullable String problem, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(TARGET, request.getServletPath());
        request.setAttribute(PROBLEM, problem);
        response.setStatus((problem == null ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST).value());
        request.getRequestDispatcher(PATH).forward(request, response);
    }

    /** Answers only the forward of {@link #show}: a request has no such attribute. */
    @CanRead
    @PostMapping(PATH)
    String prompt(
            @RequestAttribute(TARGET) String target,
            @RequestAttribute(name = PROBLEM, required = false) @Nullable String problem,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("target", target);
        model.addAttribute("problem", problem);
        model.addAttribute("fields", fields(request));
        model.addAttribute("back", Objects.requireNonNullElse(LocalRedirect.toReferer(request), "/"));
        return "identity/password";
    }

    private static List<Field> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(each -> !NOT_KEPT.contains(each.getKey()))
                .flatMap(PasswordPrompt::fields)
                .toList();
    }

    private static Stream<Field> fields(Map.Entry<String, String[]> parameter) {
        return Arrays.stream(parameter.getValue()).map(value -> new Field(parameter.getKey(), value));
    }
}
