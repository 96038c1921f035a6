package io.countersign.sso;

import io.countersign.identity.signin.SignInRecorder;
import io.countersign.sso.group.GroupProperties;
import io.countersign.sso.provider.ProviderException;
import io.countersign.sso.provider.Providers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;

/** Shows why a sign-in through a provider failed, and records it. */
@ControllerAdvice(assignableTypes = {AuthorizationController.class, CallbackController.class})
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int MOST_SHOWN = 50;

    private final Providers providers;
    private final GroupProperties properties;
    private final SignInRecorder record;

    ProblemAdvice(Providers providers, GroupProperties properties, SignInRecorder record) {
        this.providers = providers;
        this.properties = properties;
        this.record = record;
    }

    @ExceptionHandler
    String show(ProviderException why, HttpServletRequest request, HttpServletResponse response, Model model) {
        String registration = registration(request);
        log.warn("A sign-in through {} failed: {}", registration, why.getMessage());
        record.refusedAtProvider(why.person(), "through " + registration + ": " + why.getMessage());
        List<String> groups = why.groups();
        model.addAttribute("problem", why.problem());
        model.addAttribute("providerName", providers.name(registration));
        model.addAttribute("claim", properties.groupsClaim());
        model.addAttribute("groups", groups.subList(0, Math.min(groups.size(), MOST_SHOWN)));
        model.addAttribute("more", Math.max(0, groups.size() - MOST_SHOWN));
        response.setStatus(why.problem().status().value());
        return "sso/problem";
    }

    private static String registration(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
                ? String.valueOf(path.get("registration"))
                : "";
    }
}
