package io.countersign.identity.passkey.web;

import io.countersign.identity.PermitAll;
import io.countersign.identity.RequiresSignIn;
import io.countersign.identity.passkey.PasskeyException;
import io.countersign.identity.passkey.PasskeyPolicy;
import io.countersign.identity.passkey.PasskeyService;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gives scripts the options of WebAuthn. A challenge is valid for five minutes, so scripts ask for it when it is needed. */
@RestController
class PasskeyOptionsController {

    private final PasskeyService passkeys;
    private final PasskeyPolicy policy;

    PasskeyOptionsController(PasskeyService passkeys, PasskeyPolicy policy) {
        this.passkeys = passkeys;
        this.policy = policy;
    }

    /** A user who is signed in can answer only with an own passkey. */
    @PermitAll
    @GetMapping(path = "/login/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
    String toSign(@Nullable Principal person, HttpServletRequest request) {
        return passkeys.requestOptions(person == null ? "" : person.getName(), policy.requiredSite(request));
    }

    @RequiresSignIn
    @GetMapping(path = "/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    String toAdd(Principal person, HttpServletRequest request) {
        return passkeys.creationOptions(person.getName(), policy.requiredSite(request));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    void elsewhere(PasskeyException e) {
        // the page says where passkeys can be used
    }
}
