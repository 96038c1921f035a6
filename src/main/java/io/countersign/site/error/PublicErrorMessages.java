package io.countersign.site.error;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/**
 * Provides the reason of a refusal if its text comes from the message files. Messages of other exceptions are never
 * shown.
 */
final class PublicErrorMessages {

    private final MessageSourceAccessor messages;

    PublicErrorMessages(MessageSourceAccessor messages) {
        this.messages = messages;
    }

    @Nullable
    String of(@Nullable Throwable cause) {
        if (cause instanceof ResponseStatusException own) {
            return own.getReason() == null ? null : messages.getMessage(own.getReason(), own.getReason());
        }
        if (cause instanceof MethodArgumentTypeMismatchException mismatch) {
            return MalformedPathAdvice.inPath(mismatch) ? null : say("site.error.parameter", mismatch.getName());
        }
        if (cause instanceof MissingServletRequestParameterException missing) {
            return say("site.error.parameter.missing", missing.getParameterName());
        }
        if (cause instanceof BindException binding) {
            return field(binding.getBindingResult());
        }
        return null;
    }

    private @Nullable String field(BindingResult result) {
        FieldError error = result.getFieldError();
        return error == null ? null : say("site.error.parameter", error.getField());
    }

    private String say(String key, String name) {
        return messages.getMessage(key, new Object[] {name});
    }
}
