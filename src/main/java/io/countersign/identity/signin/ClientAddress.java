package io.countersign.identity.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The address of the client of the current request, from the headers of a trusted proxy if there is one. */
final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    static String current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "an unknown address";
    }

    /** Returns what one client can hardly change: an address of IPv4, or the first 64 bits of one of IPv6. */
    static String network() {
        return networkOf(current());
    }

    static String networkOf(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // a text with a colon is never looked up as a name
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (UnknownHostException malformed) {
            return address;
        }
    }
}
