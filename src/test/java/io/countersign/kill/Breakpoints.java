package io.countersign.kill;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector.Argument;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.EventRequestManager;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds one thread of the application at an exact method through the debugger interface of the JVM, so that the jar
 * under test needs no hook.
 */
final class Breakpoints {

    private int port;
    private @Nullable VirtualMachine jvm;

    /** Returns the JVM option of the application, with another port at each start. */
    String option() {
        port = FreePorts.free();
        return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port;
    }

    /** Holds the first thread that reaches this method from now on. */
    void arm(Breakpoint breakpoint) {
        // Attaches only after the start, because JDI stops the JVM when class events are not consumed fast enough.
        jvm = attach();
        arm(breakpoint, null);
    }

    private VirtualMachine attach() {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(known -> known.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Argument> arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(String.valueOf(port));
        try {
            return connector.attach(arguments);
        } catch (IOException | IllegalConnectorArgumentsException e) {
            throw new IllegalStateException("the application's JVM lets no debugger in", e);
        }
    }

    /** Follows the thread that works on this invitation from method to method and holds it at the last one. */
    void reach(List<Breakpoint> path, String invitation, Duration limit) {
        Instant end = Instant.now().plus(limit);
        EventSet hit = await(path.get(0), end);
        while (!MethodArguments.name(thread(hit), invitation)) {
            hit.resume();
            hit = await(path.get(0), end);
        }
        for (Breakpoint next : path.subList(1, path.size())) {
            arm(next, thread(hit));
            hit.resume();
            hit = await(next, end);
        }
        forget();
    }

    private void arm(Breakpoint breakpoint, @Nullable ThreadReference thread) {
        forget();
        ClassPrepareRequest loading = jvm().eventRequestManager().createClassPrepareRequest();
        loading.addClassFilter(breakpoint.type());
        loading.putProperty(ThreadReference.class, thread);
        loading.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        loading.enable();
        jvm().classesByName(breakpoint.type()).forEach(type -> hold(type, breakpoint, thread));
    }

    private void hold(ReferenceType type, Breakpoint breakpoint, @Nullable ThreadReference thread) {
        List<Method> methods = type.methodsByName(breakpoint.method()).stream()
                .filter(method -> method.location() != null && !method.isBridge())
                .toList();
        if (methods.isEmpty()) {
            throw new IllegalStateException("there is no method " + breakpoint);
        }
        for (Method method : methods) {
            BreakpointRequest request = jvm().eventRequestManager().createBreakpointRequest(method.location());
            if (thread != null) {
                request.addThreadFilter(thread);
            }
            request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            request.enable();
        }
    }

    private void forget() {
        EventRequestManager requests = jvm().eventRequestManager();
        requests.deleteAllBreakpoints();
        requests.deleteEventRequests(List.copyOf(requests.classPrepareRequests()));
    }

    private EventSet await(Breakpoint breakpoint, Instant end) {
        while (true) {
            EventSet events = next(breakpoint, end);
            for (Event event : events) {
                if (event instanceof BreakpointEvent) {
                    return events;
                }
                if (event instanceof ClassPrepareEvent loaded) {
                    hold(loaded.referenceType(), breakpoint, (ThreadReference)
                            event.request().getProperty(ThreadReference.class));
                }
            }
            events.resume();
        }
    }

    private EventSet next(Breakpoint breakpoint, Instant end) {
        long left = Math.max(1, Duration.between(Instant.now(), end).toMillis());
        EventSet events;
        try {
            events = jvm().eventQueue().remove(left);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (events == null) {
            throw new AssertionError("the decision never came to " + breakpoint);
        }
        return events;
    }

    private static ThreadReference thread(EventSet hit) {
        return hit.stream()
                .filter(LocatableEvent.class::isInstance)
                .map(event -> ((LocatableEvent) event).thread())
                .findFirst()
                .orElseThrow();
    }

    private VirtualMachine jvm() {
        if (jvm == null) {
            throw new IllegalStateException("no application is connected");
        }
        return jvm;
    }
}
