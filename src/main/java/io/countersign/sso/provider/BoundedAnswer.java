package io.countersign.sso.provider;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * An answer of an identity provider with a limited size, because it is kept in memory.
 *
 * @param longest in bytes
 */
record BoundedAnswer(ClientHttpResponse answer, long longest) implements ClientHttpResponse {

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return answer.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return answer.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
        return answer.getHeaders();
    }

    @Override
    public void close() {
        answer.close();
    }

    /** The stream fails as soon as more was read. */
    @Override
    public InputStream getBody() throws IOException {
        return new FilterInputStream(answer.getBody()) {
            private long left = longest;

            @Override
            public int read() throws IOException {
                int read = super.read();
                count(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                count(Math.max(read, 0));
                return read;
            }

            private void count(int read) throws IOException {
                left -= read;
                if (left < 0) {
                    throw new IOException("the answer of the identity provider has more than " + longest + " bytes");
                }
            }
        };
    }
}
