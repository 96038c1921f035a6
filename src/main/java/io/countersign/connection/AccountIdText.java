package io.countersign.connection;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The digits of an {@link AccountId}, optionally in groups. Accepts null and empty text. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = "|([0-9] *){11}[0-9]")
public @interface AccountIdText {

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
