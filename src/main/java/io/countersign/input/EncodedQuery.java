package io.countersign.input;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query of an address, which the address of another page carries so that this page can lead back. */
public final class EncodedQuery {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~*%=&+-]{1,2000}");

    private EncodedQuery() {}

    /** Returns null if there is no query, or none that was encoded. */
    public static @Nullable String checked(@Nullable String query) {
        return query != null && SHAPE.matcher(query).matches() ? query : null;
    }
}
