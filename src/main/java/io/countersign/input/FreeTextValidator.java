package io.countersign.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Reports the first problem of a text, with the limits for its message. */
public class FreeTextValidator implements ConstraintValidator<FreeText, String> {

    private String key = "";
    private int min;
    private int max;

    @Override
    public void initialize(FreeText constraint) {
        key = constraint.message();
        min = constraint.min();
        max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
        String text = TypedText.clean(typed);
        Optional<String> problem = problem(text, min, max);
        problem.ifPresent(suffix -> report(key + "." + suffix, text.length(), context));
        return problem.isEmpty();
    }

    /** Returns the suffix of the message key for the problem of a cleaned text; empty if it is valid. */
    public static Optional<String> problem(String text, int min, int max) {
        if (text.isEmpty()) {
            return Optional.of("missing");
        }
        if (text.length() > max) {
            return Optional.of("long");
        }
        if (!UnsafeCharacters.noneInLines(text)) {
            return Optional.of("control");
        }
        if (text.codePoints().noneMatch(FreeTextValidator::isVisible)) {
            return Optional.of("punctuation");
        }
        return text.length() < min ? Optional.of("short") : Optional.empty();
    }

    /** Some invisible characters count as letters. */
    private static boolean isVisible(int c) {
        return Character.isLetterOrDigit(c) && !VisibleText.isInvisible(c);
    }

    private void report(String message, int length, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        context.unwrap(HibernateConstraintValidatorContext.class)
                .addMessageParameter("min", number(min))
                .addMessageParameter("max", number(max))
                .addMessageParameter("length", number(length))
                .buildConstraintViolationWithTemplate("{" + message + "}")
                .addConstraintViolation();
    }

    private static String number(int value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }
}
