package io.countersign.sso;

import io.countersign.identity.IdentityProviders;
import io.countersign.identity.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/**
 * Continues a sign-out at the provider. It is a page and no redirect, because browsers apply the Content-Security-Policy of a
 * form also to the redirects that follow it.
 */
@Controller
@PermitAll
class SignedOutController {

    /** Answers only the forward of the sign-out: a request has no such attribute. */
    @PostMapping(IdentityProviders.SIGNED_OUT)
    String show(
            @RequestAttribute(IdentityProviders.SIGN_OUT_THERE) String address,
            Model model,
            HttpServletResponse response) {
        response.setHeader("Refresh", "0;url=" + address);
        model.addAttribute("address", address);
        return "sso/signed-out";
    }
}
