package io.countersign.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Closes the connection if the body of a request arrives too slowly.
 *
 * @param deadline of {@link System#nanoTime}
 */
record BoundedBody(InputBuffer next, Request request, long deadline) implements InputBuffer {

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (System.nanoTime() - deadline > 0) {
            IOException late = new SocketTimeoutException("the body of the request took too long");
            request.action(ActionCode.CLOSE_NOW, late);
            throw late;
        }
        return next.doRead(handler);
    }

    @Override
    public int available() {
        return next.available();
    }
}
