package io.countersign.benchmark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A scenario: its tests take {@link Results} as a parameter. Its class is named {@code ...Benchmark}, which the profile runs. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ResultsOfRun.class)
@interface Benchmark {}
