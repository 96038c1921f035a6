package io.countersign.connection.aws;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Extracts the text for users from the message of a ValidationException, which may contain a JSON text. */
final class ValidationMessage {

    private static final String PREFIX = "[Validation] ";

    private ValidationMessage() {}

    /** Returns other messages unchanged. */
    static String readable(String message) {
        if (!message.startsWith(PREFIX)) {
            return message;
        }
        String text = message.substring(PREFIX.length());
        try {
            String inner = JsonMapper.shared().readTree(text).path("message").stringValue(text);
            return inner.startsWith(PREFIX) ? inner.substring(PREFIX.length()) : inner;
        } catch (JacksonException plain) {
            return text;
        }
    }
}
