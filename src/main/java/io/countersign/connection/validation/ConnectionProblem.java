package io.countersign.connection.validation;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.Errors;

/**
 * A problem of a connection.
 *
 * @param property as in the configuration, such as {@code role-arn} or {@code regions[1]}
 */
public record ConnectionProblem(String property, String message) {

    /** Returns the form field, such as {@code roleArn} or {@code regions}. */
    public String field() {
        StringBuilder field = new StringBuilder();
        for (String word : property.replaceAll("\\[.*", "").split("-")) {
            field.append(field.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return field.toString();
    }

    /** @param field the form field that shows the problem */
    public void reject(String field, Errors errors) {
        errors.rejectValue(field, "connection.problem", new Object[] {label(field), message}, null);
    }

    public static DefaultMessageSourceResolvable label(String field) {
        return new DefaultMessageSourceResolvable("connection.field." + field);
    }
}
