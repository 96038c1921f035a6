package io.countersign.site;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;

/** Validates a form and returns the message key of each invalid field. */
public final class FormProblems {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private FormProblems() {}

    public static List<String> of(Object form) {
        return VALIDATOR.validate(form).stream()
                .map(found -> found.getPropertyPath() + " "
                        + found.getMessageTemplate().replaceAll("[{}]", ""))
                .sorted()
                .toList();
    }
}
