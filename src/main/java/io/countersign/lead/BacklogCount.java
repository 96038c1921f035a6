package io.countersign.lead;

/** How many invitations wait, by something they share. */
record BacklogCount(String key, long count) {}
