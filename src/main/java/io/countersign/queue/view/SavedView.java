package io.countersign.queue.view;

/**
 * A filter of the queue with a name.
 *
 * @param query the query string after the question mark
 * @param person the user who saved it
 * @param shared whether deciding teammates of that user see it
 * @param start whether the queue of the reader opens with it
 */
record SavedView(long id, String name, String query, String person, boolean shared, boolean start) {

    String href() {
        return "/?" + query;
    }
}
