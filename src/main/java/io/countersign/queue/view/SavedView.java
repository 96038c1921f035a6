package io.countersign.queue.view;

/**
 * A filter of the queue with a name.
 *
 * @param query as it stands in the address, behind the question mark
 * @param person who saved it
 * @param shared whether those see it who decide and share a team with that person
 */
record SavedView(long id, String name, String query, String person, boolean shared) {

    String href() {
        return "/?" + query;
    }
}
