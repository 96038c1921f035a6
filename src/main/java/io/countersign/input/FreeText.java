package io.countersign.input;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A reason or a comment: {@link PlainText} of several lines with a minimum and maximum length. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = FreeTextValidator.class)
public @interface FreeText {

    /** Prefix of the message keys, which end in {@code .missing, .short, .long, .control} and {@code .punctuation}. */
    String message();

    int min() default 0;

    /** In UTF-16 units, as browsers count for {@code maxlength}. */
    int max();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
