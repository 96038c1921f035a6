package io.countersign.lead;

/** How many invitations wait, by something they share. */
record Waiting(String key, long count) {}
