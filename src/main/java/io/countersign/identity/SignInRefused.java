package io.countersign.identity;

/**
 * A sign-in that failed.
 *
 * @param name as it was typed, which may be anything
 * @param why in plain words
 */
public record SignInRefused(String name, String why) {}
