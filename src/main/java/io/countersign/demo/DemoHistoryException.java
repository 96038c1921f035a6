package io.countersign.demo;

import org.springframework.web.client.RestClientException;

/** The history of the demo cannot be created, because the simulator does not answer. */
final class DemoHistoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoHistoryException(String address, RestClientException cause) {
        super("The demo cannot create its history: the simulator does not answer at " + address + ".", cause);
    }
}
