package io.countersign.connection;

/**
 * Somebody read the accounts of the AWS organization.
 *
 * @param accounts how many there are
 * @param renamed how many connections took a new name from it
 */
public record OrganizationListed(String person, int accounts, int renamed) {}
