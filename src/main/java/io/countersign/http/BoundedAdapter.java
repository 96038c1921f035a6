package io.countersign.http;

import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Adds the security headers to every response, also to those of Tomcat itself, and limits the time for the body.
 *
 * @param tls whether the connection to this server uses TLS; {@link SecurityHeadersValve} knows whether that to a proxy does
 */
record BoundedAdapter(Adapter next, Duration limit, boolean tls) implements Adapter {

    @Override
    public void service(Request request, Response response) throws Exception {
        SecurityHeaders.of(tls).forEach(response::setHeader);
        InputBuffer body = request.getInputBuffer();
        request.setInputBuffer(new BoundedBody(body, request, System.nanoTime() + limit.toNanos()));
        try {
            next.service(request, response);
        } finally {
            request.setInputBuffer(body);
        }
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return next.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        return next.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        next.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        next.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return next.getDomain();
    }
}
