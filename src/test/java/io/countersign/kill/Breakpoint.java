package io.countersign.kill;

import java.lang.reflect.Method;
import java.util.stream.Stream;

/** The beginning of a method in the application. */
record Breakpoint(String type, String method) {

    /** @throws IllegalArgumentException if there is no such method, for example after it was renamed */
    Breakpoint {
        if (Stream.of(load(type).getDeclaredMethods()).map(Method::getName).noneMatch(method::equals)) {
            throw new IllegalArgumentException("there is no method " + type + "." + method);
        }
    }

    private static Class<?> load(String type) {
        try {
            return Class.forName(type, false, Breakpoint.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("there is no class " + type, e);
        }
    }

    @Override
    public String toString() {
        return type.substring(type.lastIndexOf('.') + 1) + "." + method;
    }
}
