package io.countersign.site.error;

/**
 * A text of a form that was refused, for the user to copy.
 *
 * @param label the label of its field
 */
public record TypedText(String label, String text) {}
