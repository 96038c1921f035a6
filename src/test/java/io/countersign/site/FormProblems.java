package io.countersign.site;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;

/** What the constraints of a form find: each field with the key of its message. */
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
