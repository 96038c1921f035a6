package io.countersign.kill;

/** A place in the application's code: where a method begins. */
record Stop(String type, String method) {

    @Override
    public String toString() {
        return type.substring(type.lastIndexOf('.') + 1) + "." + method;
    }
}
