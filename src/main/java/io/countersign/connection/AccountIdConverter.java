package io.countersign.connection;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads an account ID from a request parameter; an empty parameter counts as missing. */
@Component
class AccountIdConverter implements Converter<String, @Nullable AccountId> {

    @Override
    public @Nullable AccountId convert(String text) {
        return text.isEmpty() ? null : new AccountId(text);
    }
}
