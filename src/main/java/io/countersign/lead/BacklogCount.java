package io.countersign.lead;

/** The number of pending invitations for one value of a property. */
record BacklogCount(String key, long count) {}
