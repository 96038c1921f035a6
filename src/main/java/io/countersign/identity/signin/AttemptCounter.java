package io.countersign.identity.signin;

/**
 * Counts the passwords that are checked within a quarter of an hour.
 *
 * @param text what is counted, such as a name; only its keyed hash is stored
 * @param limit the most attempts
 * @param shared whether other users or devices use the counter too
 */
record AttemptCounter(String text, int limit, boolean shared) {}
