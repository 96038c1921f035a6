package io.countersign.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Restricts a form to users whose identity provider, if they have one, confirmed them recently. Other users are asked to
 * confirm their sign-in first, on a page that keeps the form.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresCurrentGroups {}
