package io.countersign.http;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose request is not complete in time. The timeouts of Tomcat begin again with each byte. Tomcat
 * creates the protocol by the name of this class.
 */
public final class BoundedHttpProtocol extends Http11NioProtocol {

    private Duration limit = Duration.ofSeconds(30);

    /** Limits the time for the headers, and the time for the body of a request. */
    void limitRequestTime(Duration longest) {
        this.limit = longest;
    }

    @Override
    protected Processor createProcessor() {
        return new BoundedProcessor(this, limit);
    }

    /** Tomcat calls {@code service} each time that bytes of a request arrive. */
    private static final class BoundedProcessor extends Http11Processor {

        private final Duration limit;
        private @Nullable SocketWrapperBase<?> waiting;
        private long since;

        BoundedProcessor(BoundedHttpProtocol protocol, Duration limit) {
            super(protocol, new BoundedAdapter(protocol.getAdapter(), limit, protocol.isSSLEnabled()));
            this.limit = limit;
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            if (waiting != socket) {
                waiting = socket;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > limit.toNanos()) {
                waiting = null;
                return SocketState.CLOSED;
            }
            SocketState state = super.service(socket);
            boolean incomplete = state == SocketState.LONG && !isAsync();
            waiting = incomplete ? socket : null;
            return state;
        }
    }
}
