package io.countersign.identity.signin;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The address of the client of the current request, from the headers of a trusted proxy if there is one. */
final class ClientAddress {

    private ClientAddress() {}

    static String current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "an unknown address";
    }
}
