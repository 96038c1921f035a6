package io.countersign.identity;

/** A person asked for something that their roles do not allow. */
public record AccessRefused(String person, String method, String path) {}
