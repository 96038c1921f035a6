package io.countersign.team;

import io.countersign.input.FreeText;
import io.countersign.input.TypedText;

/** The form that adds a comment to an invitation. */
public record CommentForm(
        @FreeText(message = "team.comment", max = CommentForm.LONGEST)
        String words) {

    public static final int LONGEST = 1000;

    public CommentForm {
        words = TypedText.clean(words);
    }
}
