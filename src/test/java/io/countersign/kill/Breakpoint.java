package io.countersign.kill;

/** The beginning of a method in the application. */
record Breakpoint(String type, String method) {

    @Override
    public String toString() {
        return type.substring(type.lastIndexOf('.') + 1) + "." + method;
    }
}
