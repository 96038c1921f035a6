package io.countersign.benchmark;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Passes the same results to all scenarios of a run; JUnit closes them after the last one. */
class ResultsParameterResolver implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext scenario) {
        return parameter.getParameter().getType() == Results.class;
    }

    @Override
    public Results resolveParameter(ParameterContext parameter, ExtensionContext scenario) {
        return scenario.getRoot()
                .getStore(Namespace.create(Results.class))
                .computeIfAbsent(Results.class, key -> new Results(), Results.class);
    }
}
