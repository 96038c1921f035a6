package io.countersign.connection;

import java.util.regex.Pattern;

/** The twelve digits that identify an AWS account. */
public record AccountId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{12}");

    public AccountId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("an account ID has exactly 12 digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
