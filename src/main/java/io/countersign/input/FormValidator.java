package io.countersign.input;

import jakarta.validation.ConstraintViolation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.validation.MessageInterpolatorFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** Reports the errors of a form in the order of its fields, as the error summary of the page lists them. */
@Component
class FormValidator extends LocalValidatorFactoryBean {

    FormValidator(MessageSource messages) {
        setMessageInterpolator(new MessageInterpolatorFactory(messages).getObject());
    }

    @Override
    protected void processConstraintViolations(Set<ConstraintViolation<Object>> violations, Errors errors) {
        super.processConstraintViolations(
                violations.stream()
                        .sorted(Comparator.<ConstraintViolation<Object>>comparingInt(FormValidator::position)
                                .thenComparing(ConstraintViolation::getMessage))
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                errors);
    }

    /** Spring only checks for the field name, {0}; the messages also contain the limit, {1}. */
    @Override
    protected boolean requiresMessageFormat(ConstraintViolation<?> violation) {
        return violation.getMessage().contains("{1}");
    }

    private static int position(ConstraintViolation<Object> violation) {
        List<String> fields = Arrays.stream(violation.getRootBeanClass().getDeclaredFields())
                .map(java.lang.reflect.Field::getName)
                .toList();
        return fields.indexOf(violation.getPropertyPath().toString());
    }
}
