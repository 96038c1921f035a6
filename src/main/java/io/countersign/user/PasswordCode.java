package io.countersign.user;

/**
 * A code with which a user sets a password.
 *
 * @param createdBy the admin who created it
 */
record PasswordCode(String person, String createdBy) {}
