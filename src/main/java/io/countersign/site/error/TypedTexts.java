package io.countersign.site.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * Finds what a user typed into a form, so that no error page loses it. Only fields with a label {@code site.field.<name>}
 * are shown, so that passwords, tokens and hidden values are not. The container bounds the size and the number of the fields.
 */
class TypedTexts {

    private static final String LABEL = "site.field.";

    private final MessageSourceAccessor messages;

    TypedTexts(MessageSource messages) {
        this.messages = new MessageSourceAccessor(messages, Locale.ENGLISH);
    }

    /** Returns the texts in the order of the form; empty if the request sent no form that can be read. */
    List<TypedText> of(HttpServletRequest request) {
        try {
            return sentForm(request)
                    ? request.getParameterMap().entrySet().stream()
                            .flatMap(this::texts)
                            .toList()
                    : List.of();
        } catch (InvalidParameterException | RequestRejectedException unreadable) {
            return List.of();
        }
    }

    /** Returns the label of a field, or its name if it has none. */
    String label(String field) {
        return messages.getMessage(LABEL + field, field);
    }

    private Stream<TypedText> texts(Map.Entry<String, String[]> field) {
        String label = messages.getMessage(LABEL + field.getKey(), "");
        return Arrays.stream(field.getValue())
                .filter(text -> !label.isEmpty() && !text.isBlank())
                .map(text -> new TypedText(label, text));
    }

    /** The container dispatches errors as GET, regardless of the original method. */
    private static boolean sentForm(HttpServletRequest request) {
        Object method = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        return "POST".equals(method == null ? request.getMethod() : method);
    }
}
