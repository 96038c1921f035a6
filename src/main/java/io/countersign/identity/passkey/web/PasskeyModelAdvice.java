package io.countersign.identity.passkey.web;

import io.countersign.identity.passkey.PasskeyPolicy;
import io.countersign.identity.passkey.PasskeyService;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Tells the pages that ask for a password whether the user can use a passkey instead. */
@ControllerAdvice(annotations = Controller.class)
class PasskeyModelAdvice {

    private final PasskeyService passkeys;
    private final PasskeyPolicy policy;

    PasskeyModelAdvice(PasskeyService passkeys, PasskeyPolicy policy) {
        this.passkeys = passkeys;
        this.policy = policy;
    }

    @ModelAttribute("passkeyUsable")
    LazyContextVariable<Boolean> usable(@Nullable Principal person, HttpServletRequest request) {
        return new LazyContextVariable<>() {
            @Override
            protected Boolean loadValue() {
                return person != null
                        && policy.site(request)
                                .filter(site -> passkeys.usable(person.getName(), site))
                                .isPresent();
            }
        };
    }
}
