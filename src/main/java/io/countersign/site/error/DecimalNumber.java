package io.countersign.site.error;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the numbers of a list, for which {@link DecimalNumberAdvice} is not asked. */
@Component
class DecimalNumber implements Converter<String, @Nullable Long> {

    @Override
    public @Nullable Long convert(String typed) {
        return typed.isEmpty() ? null : Long.valueOf(checked(typed));
    }

    /** @throws IllegalArgumentException if it does not consist of decimal digits */
    static String checked(String typed) {
        if (!typed.matches("[0-9]+")) {
            throw new IllegalArgumentException("a number consists of decimal digits");
        }
        return typed;
    }
}
