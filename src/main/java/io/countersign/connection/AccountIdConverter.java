package io.countersign.connection;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads an account id from a request; an empty parameter is a missing one. */
@Component
class AccountIdConverter implements Converter<String, @Nullable AccountId> {

    @Override
    public @Nullable AccountId convert(String text) {
        return text.isEmpty() ? null : new AccountId(text);
    }
}
