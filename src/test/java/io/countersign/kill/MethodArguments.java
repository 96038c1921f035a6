package io.countersign.kill;

import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of a method call in the application. */
final class MethodArguments {

    private MethodArguments() {}

    /** Returns whether the method that holds the thread received the invitation's id or a decision about it. */
    static boolean name(ThreadReference thread, String invitation) {
        try {
            return thread.frame(0).getArgumentValues().stream().anyMatch(value -> isAbout(value, invitation));
        } catch (IncompatibleThreadStateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAbout(@Nullable Value value, String invitation) {
        if (value instanceof StringReference text) {
            return text.value().equals(invitation);
        }
        if (value instanceof ObjectReference object) {
            return switch (object.referenceType().name()) {
                case "io.countersign.connection.InvitationId" -> isAbout(field(object, "value"), invitation);
                case "io.countersign.decision.Decision" -> isAbout(field(field(object, "reviewed"), "id"), invitation);
                default -> false;
            };
        }
        return false;
    }

    private static Value field(Value object, String name) {
        ObjectReference holder = (ObjectReference) object;
        return holder.getValue(holder.referenceType().fieldByName(name));
    }
}
