package io.countersign.identity;

import java.net.URI;
import java.net.URISyntaxException;

/** A path of this application with its query, never another site. */
public final class LocalPath {

    public static final String HOME = "/";

    private LocalPath() {}

    /** The path itself, or the queue where it would lead elsewhere. */
    public static String of(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            return HOME;
        }
        try {
            URI uri = new URI(path);
            return uri.getRawAuthority() == null && !uri.isAbsolute() ? uri.toASCIIString() : HOME;
        } catch (URISyntaxException unreadable) {
            return HOME;
        }
    }
}
