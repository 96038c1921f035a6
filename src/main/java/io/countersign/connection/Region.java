package io.countersign.connection;

import java.util.regex.Pattern;

/** The code of an AWS Region, such as {@code eu-west-1}. */
public record Region(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");

    public Region {
        if (value.length() > 30 || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a Region looks like eu-west-1");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
