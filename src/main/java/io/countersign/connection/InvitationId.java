package io.countersign.connection;

import java.util.regex.Pattern;

/** An AWS {@code ShareInvitationId}: 32 lower-case hexadecimal digits. */
public record InvitationId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    public InvitationId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("an invitation ID has exactly 32 digits 0-9 or letters a-f");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
