package io.countersign.site.layout;

import io.countersign.identity.IdentityProviders;
import io.countersign.identity.LocalRedirect;
import io.countersign.identity.PersonKey;
import io.countersign.identity.Role;
import io.countersign.site.HeaderCounters;
import io.countersign.site.NavigationItem;
import io.countersign.site.preference.Preference;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Provides the model attributes of the layout for every page. */
@ControllerAdvice(annotations = Controller.class)
class LayoutModelAdvice {

    private final boolean simulated;
    private final boolean simulatedHistory;

    private final ObjectProvider<HeaderCounters> counters;
    private final IdentityProviders providers;

    LayoutModelAdvice(
            @Value("${countersign.simulator.enabled:false}") boolean simulated,
            @Value("${countersign.demo:false}") boolean demo,
            ObjectProvider<HeaderCounters> counters,
            IdentityProviders providers) {
        this.simulated = simulated;
        this.simulatedHistory = simulated && demo;
        this.counters = counters;
        this.providers = providers;
    }

    @ModelAttribute("simulated")
    boolean simulated() {
        return simulated;
    }

    /** Only the demo creates a history; a simulator alone has none. */
    @ModelAttribute("simulatedHistory")
    boolean simulatedHistory() {
        return simulatedHistory;
    }

    @ModelAttribute("person")
    @Nullable
    String person(@Nullable Principal principal) {
        return principal == null ? null : principal.getName();
    }

    /** Keys the drafts of forms in the browser, so that no user gets the draft of another. */
    @ModelAttribute("personKey")
    @Nullable
    String personKey(@Nullable Principal principal) {
        return principal == null ? null : PersonKey.of(principal.getName());
    }

    /** The link with which the user confirms the sign-in instead of with a password; read only by pages that ask for it. */
    @ModelAttribute("provider")
    LazyContextVariable<IdentityProviders.@Nullable Link> provider(@Nullable Principal principal) {
        return new LazyContextVariable<>() {
            @Override
            protected IdentityProviders.@Nullable Link loadValue() {
                return principal == null
                        ? null
                        : providers.again(principal.getName()).orElse(null);
            }
        };
    }

    /** Counts only if a page is drawn: redirects and files have no header. */
    @ModelAttribute("headerCounters")
    LazyCounters headerCounters(HttpServletRequest request) {
        return new LazyCounters(counters, request);
    }

    @ModelAttribute("theme")
    @Nullable
    String theme(HttpServletRequest request) {
        return Preference.THEME.of(request);
    }

    @ModelAttribute("comfortable")
    boolean comfortable(HttpServletRequest request) {
        return Preference.DENSITY.of(request) != null;
    }

    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return LocalRedirect.toPageOf(request);
    }

    /** Returns whether the keyboard shortcuts are disabled. */
    @ModelAttribute("keysOff")
    boolean keysOff(HttpServletRequest request) {
        return Preference.KEYS.of(request) != null;
    }

    @ModelAttribute("leads")
    boolean leads(HttpServletRequest request) {
        return request.isUserInRole(Role.LEAD.name());
    }

    /** Returns whether the user works through the queue; others come from the audit log. */
    @ModelAttribute("decides")
    boolean decides(HttpServletRequest request) {
        return leads(request) || request.isUserInRole(Role.REVIEWER.name());
    }

    @ModelAttribute("navigation")
    List<NavigationItem> navigation(HttpServletRequest request) {
        return NavigationItem.ALL.stream()
                .filter(item -> item.roles().isEmpty()
                        || item.roles().stream().map(Role::name).anyMatch(request::isUserInRole))
                .toList();
    }
}
